import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./lib-fingerprint.mjs";
import { pinnedNode, root } from "./lib-processes.mjs";

const cruised = [
  "app",
  "components",
  "lib",
  "prisma",
  "demo",
  "scripts",
  "bench",
  "e2e",
  "instrumentation.ts",
  "proxy.ts",
];

function sourceFiles(folder) {
  const isSource = (path) =>
    /\.(?:ts|tsx|mjs|cjs)$/.test(path) && !/\.d\.ts$|^prisma\/generated\//.test(path);
  return listFiles(folder, cruised, isSource);
}

/**
 * Checks the import rules in a folder: violations as `{ rule, from, to }`, and source files that were not looked at.
 * A parser that cannot read the files finds nothing wrong, so the second list matters as much as the first.
 */
export function checkImports(folder = root) {
  const present = cruised.filter((name) => existsSync(join(folder, name)));
  const script = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const config = join(root, ".dependency-cruiser.cjs");
  const args = [script, "--config", config, "--output-type", "json", "--progress", "none", ...present];
  let text;
  try {
    text = execFileSync(pinnedNode(), args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    // It ends with the number of violations; anything without a report is a failure of its own.
    if (!error.stdout?.startsWith("{"))
      throw new Error(`The import rules were not checked: ${error.stderr || error.message}`);
    text = error.stdout;
  }
  const { modules, summary } = JSON.parse(text);
  const seen = new Set(modules.map(({ source }) => source));
  return {
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    unseen: sourceFiles(folder).filter((path) => !seen.has(path)),
    count: modules.length,
  };
}
