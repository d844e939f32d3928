import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DocsPage, docsPages, docsSections, neighbours } from "#lib/catalog/docs/pages.ts";
import { readMarkdown } from "#lib/read-markdown.ts";

const pagesOf = (markdown: string) => docsPages(markdown, "Ticket Desk");
const titles = (markdown: string) => pagesOf(markdown).map(({ title }) => title);

describe("pages", () => {
  test("each heading of the first level begins one; what stands before bears the tool's name", () => {
    const pages = pagesOf("Hello.\n\n# First steps\n\nOne.\n\n## Log in\n\n# Limits\nTwo.\n");
    expect(pages).toEqual([
      { slug: "ticket-desk", title: "Ticket Desk", text: "Hello.", line: 1 },
      { slug: "first-steps", title: "First steps", text: "\nOne.\n\n## Log in", line: 4 },
      { slug: "limits", title: "Limits", text: "Two.", line: 10 },
    ]);
  });

  test("docs without such a heading are one page, blank docs none", () => {
    expect(titles("## Only this\n\nText")).toEqual(["Ticket Desk"]);
    expect(titles(" \n\n")).toEqual([]);
  });

  test("a line of code, an indented line, a quote, a list and a comment are no heading", () => {
    const markdown =
      "# Run it\n\n```bash\n# not a page\n```\n\n~~~~\n```\n# nor this\n~~~\n~~~~\n\n    # indented\n\n> # quoted\n\n- # in a list\n\n<!--\n# hidden\n-->\n\n# Next";
    expect(titles(markdown)).toEqual(["Run it", "Next"]);
  });

  test("a fence that is never closed takes the rest", () => {
    expect(titles("# One\n\n```\n# still code\n\n# and this")).toEqual(["One"]);
  });

  test("lines that end as on Windows, and headings that are underlined", () => {
    const pages = pagesOf("One page\r\n========\r\n\r\nText\r\n\r\nPart\r\n----\r\n\r\n# Two #\r\nMore\r\n");
    expect(pages.map(({ title, line }) => [title, line])).toEqual([
      ["One page", 3],
      ["Two", 10],
    ]);
    expect(docsSections(pages[0] as DocsPage).map(({ id, line }) => [id, line])).toEqual([
      [null, 3],
      ["part", 6],
    ]);
  });

  test("a rule between paragraphs and front matter are no headings", () => {
    expect(titles("Text\n\n---\n\n# Page\n\n***\n")).toEqual(["Ticket Desk", "Page"]);
    const [page] = pagesOf("a\n\n---\n\nb");
    expect(docsSections(page as DocsPage)).toHaveLength(1);
  });

  test("equal titles get slugs of their own, and none gets that of the reference", () => {
    const slugs = pagesOf("# Use\n# Use\n# Use 2\n# Reference\n# Ärger & Co.\n# !!!\n#  \n").map(
      ({ slug }) => slug,
    );
    expect(slugs).toEqual(["use", "use-2", "use-2-2", "reference-2", "arger-co", "section", "untitled"]);
  });

  test("a title is read without its marks", () => {
    expect(titles("# The *new* `snake_case` [guide](https://example.com)")).toEqual([
      "The new snake_case guide",
    ]);
  });

  test("300 pages are split in a blink, each with its line", () => {
    const page = (at: number) => `# Page ${at}\n\n${"Some words of text. ".repeat(150)}\n\n`;
    const markdown = Array.from({ length: 300 }, (_, at) => page(at)).join("");
    const began = performance.now();
    const pages = pagesOf(markdown);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(pages).toHaveLength(300);
    expect(pages[299]).toMatchObject({ slug: "page-299", line: 299 * 4 + 2 });
  });

  test("whatever stands in docs, every line keeps its place and every slug is unique", () => {
    const line = fc.constantFrom(
      "# A",
      "# B",
      "## A",
      "text",
      "",
      "```",
      "- x",
      "| a |",
      "===",
      "---",
      "> q",
      "\r",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const pages = pagesOf(lines.join("\n"));
        expect(new Set(pages.map(({ slug }) => slug)).size).toBe(pages.length);
        // What is not the title of a page stands on one, in its place.
        const source = lines.join("\n").split("\n");
        for (const { text, line: first } of pages) {
          const body = text === "" ? [] : text.split("\n");
          body.forEach((one, at) => {
            expect(one.trimEnd()).toBe(source[first - 1 + at]?.trimEnd());
          });
        }
      }),
    );
  });
});

describe("sections", () => {
  test("have the ids that the page shows", () => {
    const [page] = pagesOf(
      "Intro\n\n## Use `it`\n\ntext\n\n### Deep_er\n\n## Use it\n\nUnder\nlined\n---\n\nx",
    );
    const shown = readMarkdown((page as DocsPage).text).headings.map(({ id }) => id);
    expect(docsSections(page as DocsPage).flatMap(({ id }) => id ?? [])).toEqual(shown);
    expect(shown).toEqual(["use-it", "deep-er", "use-it-2", "under-lined"]);
  });
});

test("a page knows the ones before and after it", () => {
  const pages = pagesOf("# A\n# B\n# C");
  expect(neighbours(pages, "a")).toMatchObject({ previous: null, next: { slug: "b" } });
  expect(neighbours(pages, "c")).toMatchObject({ previous: { slug: "b" }, next: null });
  expect(neighbours(pages, "x")).toEqual({ previous: null, next: null });
});
