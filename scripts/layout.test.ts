import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const { tiers, ground }: { tiers: string[][]; ground: string[] } = createRequire(import.meta.url)(
  "./lib-tiers.cjs",
);

/** Files of the project, tracked and new; nothing that git ignores. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path !== "" && existsSync(join(root, path)));
const sources = files.filter((path) => /\.(?:ts|tsx|mjs|cjs)$/.test(path));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const isTest = (path: string) => /\.test\.tsx?$|^e2e\//.test(path);

/** Longer than 400 lines for a reason: path -> reason. */
const longFiles: Readonly<Record<string, string>> = {};

test("no file passes 400 lines unless it is listed with its reason", () => {
  const long = sources.filter((path) => read(path).split("\n").length - 1 > 400);
  expect(long.filter((path) => !(path in longFiles))).toEqual([]);
  expect(Object.keys(longFiles).filter((path) => !long.includes(path))).toEqual([]);
});

test("server files say so in their first line", () => {
  const mustSay = sources.filter(
    (path) => /^lib\/(?:[^/]+\/server|db|jobs|secrets)\//.test(path) && !isTest(path),
  );
  const silent = mustSay.filter(
    (path) => !/^import "server-only";$/m.test(read(path).split("\n", 1)[0] ?? ""),
  );
  expect(silent).toEqual([]);
});

test("no barrels and no drawers for what found no place", () => {
  const drawers = /^(?:utils?|helpers?|misc|common|shared|v\d+)$/;
  const named = sources.filter((path) =>
    path.split("/").some((part) => drawers.test(part.replace(/\..*$/, ""))),
  );
  expect(named).toEqual([]);
  const barrels = sources.filter((path) => {
    const code = read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*|import "server-only";/g, "");
    const statements = code.split(";").filter((statement) => statement.trim() !== "");
    return (
      statements.length > 0 && statements.every((statement) => /^\s*export\b[^=(]*\bfrom\b/.test(statement))
    );
  });
  expect(barrels).toEqual([]);
  expect(sources.filter((path) => /^index\.tsx?$/.test(basename(path)))).toEqual([]);
});

test("every folder of lib is a domain with a tier, or ground; every folder of components is one of them or a frame", () => {
  const foldersOf = (layer: string) => [
    ...new Set(
      files
        .filter((path) => path.startsWith(`${layer}/`) && path.split("/").length > 2)
        .map((path) => path.split("/")[1]),
    ),
  ];
  const domains = tiers.flat();
  expect(foldersOf("lib").filter((name) => !name || ![...domains, ...ground].includes(name))).toEqual([]);
  // "home" composes parts of several domains into one page.
  const frames = ["ui", "layout", "providers", "home"];
  expect(foldersOf("components").filter((name) => !name || ![...domains, ...frames].includes(name))).toEqual(
    [],
  );
});

test("lib/env.ts alone reads the environment", () => {
  // Commands and configuration run before or beside the product; Next compiles NEXT_RUNTIME in.
  const mayRead = /^(?:lib\/env\.ts|scripts\/|bench\/|e2e\/|[^/]+\.config\.(?:ts|mjs)|vitest\.db\.setup\.ts)/;
  const readers = sources.filter((path) => {
    const code = read(path).replaceAll("process.env.NEXT_RUNTIME", "");
    return /process\.env\b/.test(code) && !mayRead.test(path) && !isTest(path);
  });
  expect(readers).toEqual([]);
});

test("nothing is silenced inline", () => {
  const marks = ["@ts-" + "ignore", "@ts-" + "nocheck", "biome-" + "ignore", "eslint-" + "disable"];
  expect(sources.filter((path) => marks.some((mark) => read(path).includes(mark)))).toEqual([]);
});

type Locked = { readonly optionalDependencies?: Record<string, string>; readonly optional?: boolean };

test("the lock file names the packages of every platform, so that npm ci works on each", () => {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(read("package-lock.json"));
  const isLocked = (from: string, name: string): boolean => {
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
      if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
      if (at === "") return false;
      if (!at.includes("/node_modules/")) at = "";
    }
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(path, name))
      .map((name) => `${path} needs ${name}: run node scripts/complete-lock.mjs`),
  );
  expect(missing).toEqual([]);
});

test("the lock file names no registry", () => {
  const text = read("package-lock.json");
  expect(text.match(/"resolved":/g)).toBeNull();
});

test("no test begins several calls and then awaits them one by one: one that fails early has nobody to hear it", () => {
  const begunTogether = /for \(const (\w+) of \[[^\]]*\([^\]]*\]\)\s*\{?\s*await expect\(\1\)\.re/;
  expect(sources.filter((path) => isTest(path) && begunTogether.test(read(path)))).toEqual([]);
});
