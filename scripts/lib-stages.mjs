import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./lib-build.mjs";
import { countVitest } from "./lib-counts.mjs";
import { runE2e } from "./lib-e2e.mjs";
import { readMarker } from "./lib-fingerprint.mjs";
import { Problem } from "./lib-problem.mjs";
import { pinnedNode, root, runToEnd } from "./lib-processes.mjs";
import { testEnvironment } from "./lib-test-env.mjs";
import { startPostgres } from "./postgres.mjs";

const ok = { passed: 1, failed: 0, skipped: 0, output: "" };
const failure = (output) => ({ passed: 0, failed: 1, skipped: 0, output });

/** One check: it passes when all its commands end with 0. Commands are given as the arguments of the pinned Node. */
async function check(stop, ...commands) {
  for (const [script, ...args] of commands) {
    const run = await runToEnd(pinnedNode(), [join(root, script), ...args], {
      env: testEnvironment({ FORCE_COLOR: "0" }),
      stop,
      mayFail: true,
    });
    if (run.code !== 0) return failure(run.output);
  }
  return ok;
}

async function vitest({ stop, rest }, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "weft-test-"));
  const report = join(folder, "report.json");
  const unsteady = join(folder, "unsteady.json");
  try {
    const script = join(root, "node_modules/vitest/vitest.mjs");
    const reporters = [
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`,
      `--reporter=${join(root, "scripts/unsteady-reporter.mjs")}`,
    ];
    const tries = process.env.CI ? ["--retry=1"] : [];
    const run = await runToEnd(pinnedNode(), [script, "run", ...reporters, ...tries, ...args, ...rest], {
      env: testEnvironment({ FORCE_COLOR: "0", WEFT_UNSTEADY_FILE: unsteady, ...env }),
      stop,
      mayFail: true,
    });
    const counts = countVitest(readMarker(report), run.code);
    return {
      ...counts,
      unsteady: readMarker(unsteady) ?? [],
      output: counts.failed > 0 ? run.output : "",
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function databaseOnServer(context) {
  context.show("starting PostgreSQL …");
  const postgres = await startPostgres();
  if (postgres.reason !== undefined) {
    const result = context.mustRun.postgres ? failure(postgres.reason) : { ...ok, passed: 0 };
    return { ...result, note: `left out: ${postgres.reason}` };
  }
  try {
    context.show(`on ${postgres.version} …`);
    const result = await vitest(context, ["--config", "vitest.db.config.ts"], {
      WEFT_TEST_DATABASE_URL: postgres.url,
    });
    return { ...result, note: postgres.version };
  } finally {
    await postgres.stop();
  }
}

async function buildStage({ show, stop }) {
  try {
    return { ...ok, note: await build(show, stop, testEnvironment()) };
  } catch (error) {
    if (error instanceof Problem) return failure(error.message);
    throw error;
  }
}

async function e2eStage(context) {
  if (context.failed.has("build"))
    return failure("The end-to-end tests were not run, because the build failed.");
  if (context.chromium.reason) return failure(context.chromium.reason);
  try {
    return await runE2e(context);
  } catch (error) {
    if (error instanceof Problem) return failure(error.message);
    throw error;
  }
}

/** All stages of a test run, in order. Each takes `{ show, stop, rest, chromium, mustRun, failed }`. */
export const stages = [
  {
    name: "lint",
    title: "Format and lint",
    run: ({ stop }) =>
      check(stop, ["node_modules/@biomejs/biome/bin/biome", "check", "--max-diagnostics=50", "."]),
  },
  {
    name: "types",
    title: "Types",
    run: ({ stop }) =>
      check(
        stop,
        ["node_modules/next/dist/bin/next", "typegen"],
        ["node_modules/typescript/bin/tsc", "--noEmit", "--pretty", "false", "-p", "."],
      ),
  },
  { name: "imports", title: "Import rules", run: ({ stop }) => check(stop, ["scripts/check-imports.mjs"]) },
  {
    name: "floor",
    title: "Security floor",
    run: ({ stop }) => check(stop, ["scripts/check-security-floor.mjs"]),
  },
  { name: "unit", title: "Unit tests", run: (context) => vitest(context, []) },
  {
    name: "db",
    title: "Database, embedded",
    run: (context) => vitest(context, ["--config", "vitest.db.config.ts"]),
  },
  { name: "postgres", title: "Database, server", run: databaseOnServer },
  { name: "build", title: "Build", run: buildStage },
  { name: "e2e", title: "End to end", run: e2eStage },
];
