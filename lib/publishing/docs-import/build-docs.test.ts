import { describe, expect, test } from "vitest";
import { checkDocs, linkedPage } from "#lib/catalog/docs/check-docs.ts";
import { docsPages } from "#lib/catalog/docs/pages.ts";
import { buildDocs } from "#lib/publishing/docs-import/build-docs.ts";
import {
  commonFolder,
  comparePaths,
  isLeftover,
  plainPath,
} from "#lib/publishing/docs-import/order-files.ts";

const noImages = () => undefined;
const build = (files: Record<string, string>, images: readonly string[] = []) =>
  buildDocs(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    (path) => (images.includes(path) ? path.replace(/^.*\//, "") : undefined),
  );

describe("files in order", () => {
  test("begin with the first page of a folder, then go by number, then by name", () => {
    const paths = [
      "zebra.md",
      "10-late.md",
      "2-early.md",
      "Apple.md",
      "guide/README.md",
      "guide/1-a.md",
      "index.md",
      "b/c.md",
    ];
    expect(paths.toSorted(comparePaths)).toEqual([
      "index.md",
      "2-early.md",
      "10-late.md",
      "Apple.md",
      "b/c.md",
      "guide/README.md",
      "guide/1-a.md",
      "zebra.md",
    ]);
  });

  test.each([
    ["a/b.md", "a/b.md"],
    ["./a//b.md", "a/b.md"],
    ["a\\b.md", "a/b.md"],
    ["../b.md", null],
    ["a/../../b.md", null],
    ["/etc/passwd", null],
    ["C:\\x.md", null],
    ["\\\\host\\x.md", null],
    ["a\0.md", null],
    ["", null],
    ["x/".repeat(31), null],
  ])("%j is the path %j", (given, path) => expect(plainPath(given)).toBe(path));

  test("lie in a folder of their own or not, and some are nobody's", () => {
    expect(commonFolder(["docs/a.md", "docs/b/c.md"])).toBe("docs/");
    expect(commonFolder(["a.md", "docs/c.md"])).toBe("");
    expect(commonFolder(["docs/a.md"])).toBe("docs/");
    expect(commonFolder(["docs/a.md", "docs2/a.md"])).toBe("");
    for (const path of [".git/x", "__MACOSX/a.md", "a/.DS_Store", "node_modules/x.md", "Thumbs.db"])
      expect(isLeftover(path)).toBe(true);
    expect(isLeftover("guide/setup.md")).toBe(false);
  });
});

describe("a file", () => {
  test.each([
    ["a heading", "# Set up\n\nText.", "# Set up\n\nText.\n"],
    ["an underlined heading", "Set up\n======\n\nText.", "# Set up\n\nText.\n"],
    ["words before its heading", "Intro.\n\n# Set up\n\nText.", "# Set up\n\nIntro.\n\n\n\nText.\n"],
    ["front matter", "---\ntitle: 'Set up'\norder: 3\n---\nText.", "# Set up\n\nText.\n"],
    ["no heading", "## Part\n\nText.", "# Guide one\n\n## Part\n\nText.\n"],
    ["several headings", "# A\n\nx\n\n# B\n\ny\n\nC\n===\nz", "# A\n\nx\n\n## B\n\ny\n\n## C\n\nz\n"],
    ["code that looks like one", "# A\n\n```sh\n# no heading\n```", "# A\n\n```sh\n# no heading\n```\n"],
    ["nothing in it", "", "# Guide one\n"],
    ["a byte order mark and Windows lines", "\uFEFF# A\r\n\r\nText.\r\n", "# A\n\nText.\n"],
  ])("with %s is one page", (_, text, docs) => {
    const built = build({ "01-guide-one.md": text });
    expect(built.docs).toBe(docs);
    expect(docsPages(built.docs, "Tool")).toHaveLength(1);
  });

  test("that is a folder's first page has the folder's name", () => {
    expect(build({ "index.md": "x", "02_first-steps/README.md": "y" }).pages).toEqual([
      "Overview",
      "First steps",
    ]);
  });
});

describe("links", () => {
  const files = {
    "README.md": `# Handbook

[Set up](guide/setup.md), [part](./guide/setup.md#on-a-phone "Title"), [folder](guide/), [no ending](guide/setup),
[case](Guide/SETUP.md), [root](/guide/setup.md), [spaces](<guide/with space.md>), [encoded](guide/with%20space.md),
[out](https://example.com/setup.md), [mail](mailto:a@example.com), [here](#handbook).

![Form](img/form.png) [![Badge](img/badge.png)](guide/setup.md) ![Far](https://example.com/x.png)

[ref]: guide/setup.md "Title"

See [the reference][ref] and \`[code](guide/setup.md)\`.
`,
    "guide/setup.md": "# Set up\n\n## On a phone\n\n[Back](../README.md) ![Form](../img/form.png)\n",
    "guide/with space.md": "# With space\n",
    "guide/index.md": "# Guide\n",
  };
  const built = build(files, ["img/form.png", "img/badge.png", "img/unused.png"]);

  test("among files lead to pages, images to images, everything else stays", () => {
    expect(built.problems).toEqual([]);
    expect(built.docs).toContain(
      '[Set up](page:set-up), [part](page:set-up#on-a-phone "Title"), [folder](page:guide), [no ending](page:set-up)',
    );
    expect(built.docs).toContain(
      "[case](page:set-up), [root](page:set-up), [spaces](page:with-space), [encoded](page:with-space)",
    );
    expect(built.docs).toContain(
      "[out](https://example.com/setup.md), [mail](mailto:a@example.com), [here](page:handbook)",
    );
    expect(built.docs).toContain(
      "![Form](image:form.png) [![Badge](image:badge.png)](page:set-up) ![Far](https://example.com/x.png)",
    );
    expect(built.docs).toContain('See [the reference](page:set-up "Title") and');
    expect(built.docs).not.toContain("[ref]");
    expect(built.docs).toContain("`[code](guide/setup.md)`");
    expect(built.docs).toContain("[Back](page:handbook) ![Form](image:form.png)");
    expect(built.images).toEqual(["img/form.png", "img/badge.png"]);
  });

  test("make docs whose own check finds nothing", () => {
    const pages = docsPages(built.docs, "Tool").map(linkedPage);
    const around = {
      slug: "tool",
      tools: new Set<string>(),
      images: new Set(["form.png", "badge.png"]),
      hasReference: false,
    };
    expect(checkDocs(pages, around).filter(({ kind }) => kind !== "image-elsewhere")).toEqual([]);
  });

  test("that lead nowhere stay, and are told with their line in the file", () => {
    const { docs, problems } = build(
      {
        "a.md":
          "---\ntitle: A\n---\n\nIntro.\n\n[gone](b.md)\n[up](../../secret.md)\n![no](no.png) [pic](form.png)\n",
      },
      ["form.png"],
    );
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [7, "“b.md” is not among the files."],
      [8, "“../../secret.md” points out of the folder."],
      [9, "The image “no.png” is not among the files."],
      [9, "“form.png” is an image: show it instead of linking to it."],
    ]);
    expect(docs).toContain("[gone](b.md)");
  });

  test("of images in HTML become Markdown", () => {
    const { docs } = build({ "a.md": `# A\n\n<img src="form.png" alt="The [form]" width="300">\n` }, [
      "form.png",
    ]);
    expect(docs).toBe("# A\n\n![The form](image:form.png)\n");
  });

  test("of pages with one title lead to the right one", () => {
    const { docs } = build({
      "a/x.md": "# Same\n\n[other](../b/x.md)",
      "b/x.md": "# Same\n\n[other](../a/x.md)",
    });
    expect(docs).toBe("# Same\n\n[other](page:same-2)\n\n# Same\n\n[other](page:same)\n");
  });
});

test.each([
  ["quotes without end", `${">".repeat(500_000)} [a](b.md)`],
  ["lists without end", `${"- ".repeat(250_000)}x`],
  ["brackets without end", "[".repeat(250_000)],
  ["half a link", "[a](b.md"],
  ["a broken escape", "[a](%E0%A4%A.md)"],
])("%s do no harm", (_, text) => {
  const begin = performance.now();
  expect(buildDocs([{ path: "a.md", text }], noImages).pages).toHaveLength(1);
  expect(performance.now() - begin).toBeLessThan(5000);
});
