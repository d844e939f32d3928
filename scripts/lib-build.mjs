import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, listFiles, readMarker, writeMarker } from "./lib-fingerprint.mjs";
import { pinnedNode, root, runToEnd } from "./lib-processes.mjs";

const marker = join(root, ".next/weft-build.json");
const sources = [
  "app",
  "components",
  "demo",
  "lib",
  "prisma",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** Next's own command line, to be run by the pinned Node. */
export const nextScript = join(root, "node_modules/next/dist/bin/next");

function buildFingerprint() {
  const files = listFiles(
    root,
    sources,
    (path) => !/\.test\.tsx?$|^prisma\/generated\/|^demo\/documents\//.test(path),
  );
  return fingerprint(root, files, [process.platform, process.arch]);
}

/** True when `.next` was built whole from exactly these sources. */
export function isBuilt() {
  return existsSync(join(root, ".next/BUILD_ID")) && readMarker(marker)?.fingerprint === buildFingerprint();
}

/** Builds the application when its sources changed since the last whole build. */
export async function build(show, stop, env) {
  if (isBuilt()) return "current";
  rmSync(marker, { force: true });
  const before = buildFingerprint();
  await runToEnd(pinnedNode(), [nextScript, "build"], {
    step: "the build",
    stop,
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", CI: "1" },
    onLine: (line) => {
      const found =
        /(Creating an optimized production build|Compiled|Linting|Running TypeScript|Collecting page data|Generating static pages|Finalizing)/.exec(
          line,
        );
      if (found) show(`${found[0].toLowerCase()} …`);
    },
  });
  // Sources that changed meanwhile are not in this build.
  writeMarker(marker, { fingerprint: before });
  return "built";
}
