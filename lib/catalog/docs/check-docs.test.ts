import { expect, test } from "vitest";
import { checkDocs, linkedPage, toolsNamed } from "#lib/catalog/docs/check-docs.ts";
import { readTarget } from "#lib/catalog/docs/link-target.ts";
import { docsPages } from "#lib/catalog/docs/pages.ts";

const around = {
  slug: "ticket-desk",
  hasReference: true,
  tools: new Set(["price-list"]),
  images: new Set(["steps.png"]),
};
const check = (markdown: string) => checkDocs(docsPages(markdown, "Ticket Desk").map(linkedPage), around);
const found = (markdown: string) =>
  check(markdown).map(({ kind, line, target }) => [kind, line, target] as const);

test("links that lead somewhere are not spoken of", () => {
  expect(
    check(
      `# One\n\n## Part\n\n[a](#part) [b](page:two) [c](page:two#more) [d](/catalog/price-list) [e](https://example.com)
[f](mailto:a@example.com) [g](/catalog) [h](/docs/tool-owners) [i](page:reference) [j](/catalog/ticket-desk?tab=docs&page=two#more)
![Steps](image:steps.png) https://example.com\n\n# Two\n\n### More`,
    ),
  ).toEqual([]);
});

test("each that leads nowhere is told with its line and what is wrong", () => {
  const markdown = `# One

[a](#nowhere)
[b](page:three), [c](page:two#nothing)

- [d](/catalog/no-such-tool)
- [e](javascript:alert(1)) [f](//evil.example) [g](http://[)

| x |
|---|
| [h](other.md) |

> [i](#more)

# Two

## More

![](image:steps.png) ![Old](image:gone.png) ![Map](https://example.com/map.png) ![x](data:image/png;base64,AA)
[j](image:steps.png) [k](/catalog/ticket-desk?tab=docs&page=four)
`;
  expect(found(markdown)).toEqual([
    ["no-section", 3, "#nowhere"],
    ["no-page", 4, "page:three"],
    ["no-section", 4, "page:two#nothing"],
    ["no-tool", 6, "/catalog/no-such-tool"],
    ["no-address", 7, "javascript:alert(1)"],
    ["no-address", 7, "//evil.example"],
    ["no-address", 7, "http://["],
    ["no-address", 11, "other.md"],
    ["section-elsewhere", 13, "#more"],
    ["no-alt", 19, "image:steps.png"],
    ["no-image", 19, "image:gone.png"],
    ["image-elsewhere", 19, "https://example.com/map.png"],
    ["no-address", 19, "data:image/png;base64,AA"],
    ["image-as-link", 20, "image:steps.png"],
    ["no-page", 20, "/catalog/ticket-desk?tab=docs&page=four"],
  ]);
  expect(check(markdown).find(({ kind }) => kind === "section-elsewhere")?.elsewhere).toBe("two");
});

test("links in code are text, and one that refers to a definition is told", () => {
  expect(found("# A\n\n```\n[x](#gone)\n```\n\n`[y](#gone)`\n\n    [z](#gone)")).toEqual([]);
  expect(found("# A\n\nSee [the guide][g].\n\n[g]: https://example.com")).toEqual([["reference", 3, "g"]]);
});

test("the tools that docs lead to are named once", () => {
  const pages = docsPages(
    "[a](/catalog/price-list)\n\n[b](/catalog/price-list#x) [c](/catalog/compare)",
    "T",
  );
  expect(toolsNamed(pages.map(linkedPage))).toEqual(["price-list"]);
});

test("a section may be written as people see it in the address bar", () => {
  expect(readTarget("#f%C3%A9rias")).toEqual({ kind: "section", section: "férias" });
  expect(readTarget("#100%")).toEqual({ kind: "section", section: "100%" });
  expect(readTarget("#")).toEqual({ kind: "none" });
});

test("300 pages full of links are checked within a moment", () => {
  const page = (at: number) =>
    `# Page ${at}\n\n## Part\n\n${`[next](page:page-${at + 1}#part) words. `.repeat(60)}\n`;
  const markdown = Array.from({ length: 300 }, (_, at) => page(at)).join("\n");
  const problems = check(markdown);
  expect(problems).toHaveLength(60);
  expect(problems[0]).toMatchObject({ kind: "no-page", target: "page:page-300#part" });
});
