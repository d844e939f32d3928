import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countPlaywright } from "./lib-counts.mjs";
import { readMarker } from "./lib-fingerprint.mjs";
import { endOf } from "./lib-health.mjs";
import { freePort } from "./lib-ports.mjs";
import { pinnedNode, root, runToEnd, startPart } from "./lib-processes.mjs";
import { testEnvironment } from "./lib-test-env.mjs";

/** Memory of each process that `npm run up` started, in MB by the name of its script; empty where /proc is missing. */
function memoryOf(parent) {
  const found = {};
  try {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      if (Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) !== parent) continue;
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const name = command.includes("demo/services") ? "demo services" : "web server";
      found[name] = Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    }
  } catch (error) {
    if (!["ENOENT", "ESRCH"].includes(error.code)) throw error;
  }
  return found;
}

/** Starts Weft with `npm run up`'s own script in a fresh data folder, and waits until it says that it is ready. */
async function startWeft(stop, dataDir) {
  const port = await freePort();
  const env = testEnvironment({ WEFT_DATA_DIR: dataDir, CI: "1" });
  let sayReady;
  const ready = new Promise((resolve) => {
    sayReady = resolve;
  });
  const part = startPart("npm run up", pinnedNode(), [join(root, "scripts/up.mjs"), "--port", String(port)], {
    env,
    onLine: (line) => line.startsWith("Weft is ready:") && sayReady(true),
  });
  const onStop = () => part.stop();
  stop.addEventListener("abort", onStop, { once: true });
  const isReady = await Promise.race([ready, part.exited.then(() => false)]);
  stop.removeEventListener("abort", onStop);
  if (!isReady) throw endOf(part, await part.exited);
  return { part, url: `http://localhost:${port}` };
}

/** Runs the end-to-end tests against a Weft of their own, and counts its clean stop as one more test. */
export async function runE2e({ chromium, show, stop, rest }) {
  const work = mkdtempSync(join(tmpdir(), "weft-e2e-"));
  const dataDir = join(work, "data");
  const report = join(work, "report.json");
  try {
    show("starting Weft …");
    const { part, url } = await startWeft(stop, dataDir);
    const env = testEnvironment({
      WEFT_CHROMIUM: chromium.path,
      WEFT_E2E_URL: url,
      WEFT_E2E_DATA_DIR: dataDir,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    show(`in ${chromium.version || "the browser"} …`);
    const script = join(root, "node_modules/@playwright/test/cli.js");
    let run;
    try {
      run = await runToEnd(pinnedNode(), [script, "test", ...rest], { env, stop, mayFail: true });
    } catch (error) {
      await part.stop();
      throw error;
    }
    const memory = Object.entries(memoryOf(part.pid)).map(([name, megabytes]) => `${name} ${megabytes} MB`);
    const server = part.output().trim();
    const { code } = await part.stop(20_000);
    const counts = countPlaywright(readMarker(report), run.code);
    const isClean = code === 0;
    return {
      passed: counts.passed + (isClean ? 1 : 0),
      failed: counts.failed + (isClean ? 0 : 1),
      skipped: counts.skipped,
      failures: counts.failures,
      unsteady: counts.unsteady,
      note: memory.join(", "),
      output: [
        counts.failed > 0 ? `${run.output}\n\nWhat Weft printed:\n${server}` : "",
        isClean ? "" : `Weft did not stop cleanly: code ${code}.\n${part.output()}`,
      ]
        .filter(Boolean)
        .join("\n\n"),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
