import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewestWords, mostWords } from "#lib/knowledge/pack-passages.ts";
import { readSentences } from "#lib/knowledge/sentences.ts";
import { splitDocument } from "#lib/knowledge/split.ts";

const sentence = (words: number, start = "The") =>
  `${start} ${Array.from({ length: words - 1 }, (_, at) => `word${at}`).join(" ")}.`;
const paragraph = (sentences: number, words = 15) =>
  Array.from({ length: sentences }, () => sentence(words)).join(" ");

const document = `---
title: "Leave"
language: en
---

# Leave

${paragraph(1)}

## Days

${paragraph(6)}

| Years | Days |
|---|---|
| 0 to 4 | 25 |
| 5 to 9 | 27 |

## How to ask

You need:

1. a date
2. a colleague

### Exceptions

${paragraph(7)}
`;

describe("splitDocument", () => {
  const split = splitDocument(document);

  test("reads title, language and sections with their headings", () => {
    expect(split.title).toBe("Leave");
    expect(split.language).toBe("en");
    expect(split.sections.map(({ headingPath }) => headingPath.join(" > "))).toEqual([
      "Leave",
      "Leave > Days",
      "Leave > How to ask",
      "Leave > How to ask > Exceptions",
    ]);
  });

  test("passages are exact, know their headings, and keep a table whole", () => {
    for (const passage of split.passages) {
      expect(document.slice(passage.start, passage.end)).toBe(passage.text);
      expect(passage.text).not.toContain("title:");
    }
    const table = split.passages.find(({ text }) => text.includes("| 5 to 9 | 27 |"));
    expect(table?.text).toContain("| Years | Days |");
    const at = table?.text.indexOf("| Years") ?? -1;
    expect(table?.headings.findLast(({ from }) => from <= at)?.path).toEqual(["Leave", "Days"]);
  });

  test("a list stays with the line that leads to it, and a short section joins a neighbour", () => {
    const list = split.passages.find(({ text }) => text.includes("2. a colleague"));
    expect(list?.text).toContain("You need:");
    expect(list?.words).toBeGreaterThanOrEqual(fewestWords);
    expect(list?.headings.map(({ path }) => path.at(-1))).toContain("How to ask");
    for (const { path, from } of list?.headings ?? []) {
      const heading = list?.text.slice(from).split("\n")[0] ?? "";
      if (from > 0) expect(heading).toContain(path.at(-1));
    }
  });

  test("an id changes with its own words only", () => {
    const before = new Map(split.passages.map(({ id, text }) => [text, id]));
    const edited = splitDocument(document.replace("| 5 to 9 | 27 |", "| 5 to 9 | 28 |"));
    for (const { id, text } of edited.passages) {
      if (before.has(text)) expect(id).toBe(before.get(text));
      else expect([...before.values()]).not.toContain(id);
    }
    expect(new Set(split.passages.map(({ id }) => id)).size).toBe(split.passages.length);
  });

  test("a long table is cut at rows, and its later parts carry the head", () => {
    const rows = Array.from({ length: 80 }, (_, at) => `| row ${at} | some words that fill the row |`).join(
      "\n",
    );
    const { passages } = splitDocument(`# T\n\n| Name | Text |\n|---|---|\n${rows}\n`);
    expect(passages.length).toBeGreaterThan(1);
    expect(passages[0]?.tableHead).toBeNull();
    for (const passage of passages.slice(1)) expect(passage.tableHead).toBe("| Name | Text |\n|---|---|");
    expect(passages.every(({ text }) => text.startsWith("|") && text.endsWith("|"))).toBe(true);
  });

  test("an empty document, one without headings, and Windows line ends", () => {
    expect(splitDocument("").passages).toEqual([]);
    expect(splitDocument("Just a line.").passages.map(({ text }) => text)).toEqual(["Just a line."]);
    const windows = "# A\r\n\r\nOne.\r\n\r\n## B\r\n\r\nTwo.\r\n";
    expect(splitDocument(windows).sections.map(({ headingPath }) => headingPath.at(-1))).toEqual(["A", "B"]);
  });
});

test("any Markdown: passages are exact, in order, apart, and of bearable length", () => {
  const block = fc.oneof(
    fc.integer({ min: 1, max: 4 }).map((level) => `${"#".repeat(level)} Heading ${level}`),
    fc.integer({ min: 1, max: 40 }).map((count) => paragraph(count, 9)),
    fc
      .integer({ min: 1, max: 30 })
      .map((count) =>
        Array.from({ length: count }, (_, at) => `- item ${at} with some words in it`).join("\n"),
      ),
    fc
      .integer({ min: 1, max: 60 })
      .map((count) =>
        [
          "| a | b |",
          "|---|---|",
          ...Array.from({ length: count }, (_, at) => `| ${at} | words in a cell |`),
        ].join("\n"),
      ),
    fc.constant("```\ncode | here\n# not a heading\n```"),
    fc.string({ maxLength: 60 }),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 14 }), (blocks) => {
      const text = blocks.join("\n\n");
      const { passages } = splitDocument(text);
      let last = 0;
      for (const passage of passages) {
        expect(text.slice(passage.start, passage.end)).toBe(passage.text);
        expect(passage.start).toBeGreaterThanOrEqual(last);
        expect(passage.words).toBeLessThanOrEqual(mostWords);
        last = passage.end;
      }
    }),
    { numRuns: 120 },
  );
});

test("a document of many sections has few passages under the least length", () => {
  const text = Array.from({ length: 30 }, (_, at) => `## Section ${at}\n\n${paragraph(1 + (at % 9))}`).join(
    "\n\n",
  );
  const { passages } = splitDocument(`# Title\n\n${text}`);
  expect(passages.filter(({ words }) => words < fewestWords)).toEqual([]);
});

test.each([
  ["One. Two? Three!", ["One.", "Two?", "Three!"]],
  ["See e.g. the list. Then go.", ["See e.g. the list.", "Then go."]],
  ["It costs £4.50 a day. Good.", ["It costs £4.50 a day.", "Good."]],
  ["1. First step\n2. Second step. Done.", ["First step", "Second step.", "Done."]],
  ["| a | b |\n|---|---|\n| 1. X | 2 |", ["| a | b |", "| 1. X | 2 |"]],
  ["## Heading\n\nText goes\non here.", ["Text goes\non here."]],
  ["", []],
])("sentences of %j", (text, expected) => {
  expect(readSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
