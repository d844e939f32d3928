import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./lib-build.mjs";
import { demoPort } from "./lib-demo-port.mjs";
import { generate, install, isInstalled } from "./lib-install.mjs";
import { checkFreshDemo, startOptions, startUsage } from "./lib-options.mjs";
import { createParts } from "./lib-parts.mjs";
import { claimPort } from "./lib-ports.mjs";
import { prepare } from "./lib-prepare.mjs";
import { reportFailure, Stopped } from "./lib-problem.mjs";
import { root, stopOnSignals } from "./lib-processes.mjs";
import { parseArguments, readSettings, withDotEnv } from "./lib-settings.mjs";
import { withSetupLock } from "./lib-setup-lock.mjs";
import { checkSpace } from "./lib-space.mjs";
import { seconds, step } from "./lib-steps.mjs";
import { welcome } from "./lib-welcome.mjs";

function spaceNeeds(settings, mode) {
  return [
    { folder: root, megabytes: (isInstalled() ? 0 : 2_000) + (mode === "dev" || isBuilt() ? 50 : 400) },
    { folder: settings.dataDir, megabytes: existsSync(join(settings.dataDir, "db")) ? 50 : 250 },
  ];
}

/** The environment of all parts: the settings, with what was decided here spelled out. */
function partEnvironment(env, settings, mode, servicesPort) {
  const services = servicesPort ? `http://127.0.0.1:${servicesPort}` : settings.demoServicesUrl;
  const isDemo = settings.isDemo && services !== undefined;
  return {
    ...env,
    PORT: String(settings.port),
    WEFT_DATA_DIR: settings.dataDir,
    ...(isDemo
      ? { WEFT_DEMO_SERVICES_URL: services, WEFT_EGRESS_ALLOW: withHost(env.WEFT_EGRESS_ALLOW, services) }
      : {}),
    // Before somebody's eyes only what matters; a log line for every request is for servers.
    ...(settings.isDemo && mode === "start" && !settings.logLevel ? { WEFT_LOG_LEVEL: "warn" } : {}),
  };
}

/** The demo company's tools call its services at a private address. */
function withHost(list, url) {
  const host = /^https?:\/\/([^/]+)/.exec(url)?.[1];
  return [...(list ? [list] : []), ...(host ? [host] : [])].join(",");
}

/** Everything between a clone and a start: each step is left out when it is done already. */
async function getReady({ mode, chosen, settings, env, stop }) {
  await step("Packages", (show) => install(show, stop));
  await step("Database client", (show) => generate(show, stop));
  const servicesPort =
    settings.isDemo && !settings.demoServicesUrl
      ? await demoPort(settings.dataDir, { isSeedingAgain: chosen["fresh-demo"] === true })
      : undefined;
  const partEnv = partEnvironment(env, settings, mode, servicesPort);
  const args = [
    ...(chosen["fresh-demo"] ? ["--fresh-demo"] : []),
    ...(servicesPort === undefined ? [] : ["--services-port", String(servicesPort)]),
  ];
  const facts = await prepare(args, partEnv, stop);
  if (mode === "start") await step("Application", (show) => build(show, stop, partEnv));
  return { servicesPort, env: partEnv, facts };
}

async function startParts(parts, { mode, chosen, settings, servicesPort, facts }) {
  const starting = [parts.web({ mode, port: settings.port, hostname: settings.hostname })];
  if (servicesPort !== undefined) {
    starting.push(parts.demoServices({ port: servicesPort, dataDir: settings.dataDir, day: facts.day }));
  }
  const hasWorker = !settings.isEmbedded && !chosen["no-worker"];
  if (hasWorker) parts.worker();
  await Promise.all(starting);
  const demo = servicesPort === undefined ? [] : [`demo services on port ${servicesPort}`];
  return ["web server", ...(hasWorker ? ["worker"] : []), ...demo].join(", ");
}

/** From a fresh clone to a running Weft, in front until it is stopped. `mode` is "start" or "dev". Returns the exit code. */
export async function start(mode, args) {
  const began = Date.now();
  const stop = stopOnSignals();
  let parts;
  let isReady = false;
  try {
    const usage = startUsage(mode === "dev" ? "dev" : "up");
    const chosen = parseArguments(args, startOptions, usage);
    if (chosen.help) {
      console.log(usage);
      return 0;
    }
    const env = withDotEnv(process.env, root);
    const settings = readSettings(env, chosen, root);
    const warning = checkFreshDemo(chosen, settings);
    settings.port = await claimPort(settings.port, settings.hostname);
    await checkSpace(spaceNeeds(settings, mode));
    if (warning) console.log(`${warning}\n`);

    const ready = await withSetupLock(() => getReady({ mode, chosen, settings, env, stop }));
    parts = createParts({ env: ready.env, stop });
    await step("Weft", () => startParts(parts, { mode, chosen, settings, ...ready }));
    isReady = true;
    parts.open();
    console.log(`  Ready after ${seconds(Date.now() - began)}`);
    console.log(welcome(settings, ready.facts.people));
    await parts.untilStopped();
    console.log("\nStopping …");
    await parts.stop();
    console.log("Stopped.");
    return 0;
  } catch (error) {
    await parts?.stop();
    if (error instanceof Stopped && isReady) return 0;
    return reportFailure(error, "What is done so far is kept; the same command goes on from there.");
  }
}
