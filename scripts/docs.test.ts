import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const guides = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path)),
];

test.each(guides)("%s: what it links to is there", (guide) => {
  const links = [...read(guide).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
  const local = links.filter((target) => !/^[a-z]+:/.test(target));
  expect(local.filter((target) => !existsSync(join(root, dirname(guide), target)))).toEqual([]);
});

test.each(guides)("%s: the commands it names exist", (guide) => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
  const named = [...read(guide).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const files = [...read(guide).matchAll(/node (scripts\/[\w./-]+)/g)].map(([, path = ""]) => path);
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("the operators' guide names every option of npm run up", () => {
  const usage = read("scripts/lib-options.mjs");
  const options = [...usage.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
  expect(options).toContain("--fresh-demo");
  const guide = read("docs/operators.md");
  expect(options.filter((option) => option !== "--help" && !guide.includes(`\`${option}`))).toEqual([]);
});

test("every command leads to a file that is there", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
  const files = Object.values(scripts).flatMap((command) => command.match(/scripts\/[\w.-]+/g) ?? []);
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
