import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guides, readGuide } from "#lib/guides.ts";
import { readToolFile } from "#lib/publishing/tool-file/read-tool-file.ts";
import {
  bindingInFileSchema,
  operationInFileSchema,
  toolFileSchema,
} from "#lib/publishing/tool-file/schema.ts";

const reference = readFileSync("docs/tool-file.md", "utf8");

/** Names in the first column of the table under a heading. */
function namesUnder(heading: string): string[] {
  const part = reference.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...part.matchAll(/^\| `([^`]+)`/gm)].map(([, name = ""]) => name);
}

test("the example of the reference is a file that is read, without a problem", () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(reference)?.[1] ?? "";
  const { file, problems } = readToolFile(example);
  expect(problems).toEqual([]);
  expect(file?.operations[0]?.exampleInput).toEqual({ people: 8, at: "2026-11-20T10:00:00Z" });
});

test("the reference names every field, operation field and binding, and no others", () => {
  expect(namesUnder("Fields")).toEqual(expect.arrayContaining(Object.keys(toolFileSchema.shape)));
  expect(Object.keys(toolFileSchema.shape)).toEqual(expect.arrayContaining(namesUnder("Fields")));
  expect(namesUnder("Operations").sort()).toEqual(Object.keys(operationInFileSchema.shape).sort());
  const kinds = bindingInFileSchema.options.map(({ shape }) => shape.kind.value);
  expect([...namesUnder("Bindings"), "link"].sort()).toEqual([...kinds].sort());
});

test("the reference names the fields of each binding", () => {
  const part = reference.split("## Bindings\n")[1]?.split("\n## ")[0] ?? "";
  for (const { shape } of bindingInFileSchema.options) {
    const kind = shape.kind.value;
    if (kind === "link") continue;
    const row = part.split("\n").find((line) => line.startsWith(`| \`${kind}\``)) ?? "";
    // What the portal decides or needs for a reviewed sequence only is told in the JSON Schema.
    const told = Object.keys(shape).filter((name) => !["kind", "fill", "output"].includes(name));
    expect(
      told.filter((name) => !row.includes(`\`${name}\``)),
      kind,
    ).toEqual([]);
  }
});

test("the reference stands among the guides of the portal, and is linked from there", async () => {
  expect(guides.map(({ slug }) => slug)).toContain("tool-file");
  expect(await readGuide("tool-owners")).toContain("](/docs/tool-file)");
});
