import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, listFiles, readMarker, writeMarker } from "./lib-fingerprint.mjs";
import { Problem } from "./lib-problem.mjs";
import { npmCommand, pinnedNode, root, runToEnd } from "./lib-processes.mjs";

/** npm writes this file last, so after an interrupted installation it is missing or old. */
const installedList = join(root, "node_modules/.package-lock.json");

function isForThisMachine({ os, cpu }) {
  const allows = (list, name) =>
    !list ||
    (list.includes(name) && !list.includes(`!${name}`)) ||
    list.every((entry) => entry.startsWith("!") && entry !== `!${name}`);
  return allows(os, process.platform) && allows(cpu, process.arch);
}

function lockedPackages() {
  const lock = readMarker(join(root, "package-lock.json"));
  if (!lock?.packages)
    throw new Problem("package-lock.json is missing or broken. Restore it: git checkout package-lock.json");
  return Object.entries(lock.packages).filter(([path, entry]) => path !== "" && !entry.link);
}

/** True when node_modules holds exactly what the lock file names, the pinned Node included. */
export function isInstalled() {
  const installed = readMarker(installedList)?.packages;
  if (!installed || !existsSync(pinnedNode())) return false;
  return lockedPackages().every(([path, { version, optional }]) => {
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

function countInstalled() {
  const folder = join(root, "node_modules");
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  const scopes = names.filter((name) => name.startsWith("@"));
  return (
    names.length -
    scopes.length +
    scopes.reduce((sum, name) => sum + readdirSync(join(folder, name)).length, 0)
  );
}

/** Installs the packages of the lock file; only the pinned Node's install script runs. */
export async function install(show, stop) {
  if (isInstalled()) return "current";
  const topLevel = lockedPackages().filter(
    ([path, entry]) => path.lastIndexOf("node_modules/") === 0 && isForThisMachine(entry),
  ).length;
  const timer = setInterval(() => {
    const count = countInstalled();
    if (count > 0) show(`${Math.min(count, topLevel)} of ${topLevel} …`);
  }, 500);
  const npm = (...args) => {
    const { command, args: all } = npmCommand([...args, "--loglevel=error", "--no-progress"]);
    // Settings of the npm that started us, such as --silent, must not reach this one.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) =>
          !/^npm_config_(loglevel|omit|include|only|production|dry_run|ignore_scripts|global)$/i.test(name),
      ),
    );
    return runToEnd(command, all, { step: "packages", stop, env: { ...env, NODE_ENV: "development" } });
  };
  try {
    show("starting npm …");
    await npm(
      "ci",
      "--ignore-scripts",
      "--include=dev",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--fetch-retries=2",
      "--fetch-retry-mintimeout=2000",
      "--fetch-retry-maxtimeout=8000",
    );
    show("the pinned Node …");
    await npm("rebuild", "node");
  } finally {
    clearInterval(timer);
  }
  if (!existsSync(pinnedNode())) {
    throw new Problem(
      "The pinned Node was not installed. Run the command again; if it stays so, run: npm rebuild node",
    );
  }
  return `${lockedPackages().filter(([path]) => existsSync(join(root, path))).length} installed`;
}

/** Makes the database client from the schema, when schema or generator changed. */
export async function generate(_show, stop) {
  const marker = join(root, "node_modules/.cache/weft/generated.json");
  const version = readMarker(join(root, "node_modules/prisma/package.json"))?.version;
  const files = listFiles(root, ["prisma/schema.prisma", "prisma/models", "prisma.config.ts"]);
  const now = fingerprint(root, files, [version]);
  if (readMarker(marker)?.fingerprint === now && existsSync(join(root, "prisma/generated/client.ts")))
    return "current";
  await runToEnd(pinnedNode(), [join(root, "node_modules/prisma/build/index.js"), "generate"], {
    step: "the database client",
    stop,
  });
  writeMarker(marker, { fingerprint: now });
  return "generated";
}
