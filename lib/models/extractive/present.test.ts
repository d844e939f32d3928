import { describe, expect, test } from "vitest";
import { present } from "#lib/models/extractive/present.ts";
import { quote } from "#lib/models/extractive/quote.ts";
import { escapeText, renderAnswer } from "#lib/models/extractive/render.ts";
import {
  type AnswerPart,
  answerPartSchema,
  type JsonObject,
  type Language,
  type QuotablePassage,
} from "#lib/models/extractive/schema.ts";

const now = "2026-05-06T10:00:00Z";

function show(
  result: unknown,
  more: { outputSchema?: JsonObject; requestText?: string; language?: Language } = {},
): AnswerPart[] {
  const parts = present({
    result,
    outputSchema: {},
    title: "Find tickets",
    toolName: "Ticket desk",
    requestText: "",
    language: "en",
    now,
    ...more,
  });
  return parts.map((part) => answerPartSchema.parse(part));
}

const textOf = (parts: readonly AnswerPart[]) =>
  parts.flatMap((part) => (part.type === "text" ? [part.text] : []));

const tickets = [
  {
    id: "T-1",
    title: "No light",
    status: "new",
    openedAt: "2026-05-01T09:00:00Z",
    description: "x".repeat(300),
  },
  { id: "T-2", title: "Slow", status: "closed", openedAt: "2026-04-24T09:00:00Z", description: "short" },
  { id: "T-3", title: "Loud", status: "new", openedAt: "2026-05-05T09:00:00Z", description: "short" },
];

describe("lists", () => {
  test("a table with what can be computed from it, and nothing else", () => {
    const parts = show({ total: 3, tickets, nextCursor: null });
    expect(textOf(parts)).toEqual([
      "3 tickets match; the oldest was opened 12 days ago; 2 new and 1 closed.",
    ]);
    const table = parts.find((part) => part.type === "table");
    expect(table?.columns.map(({ key, format }) => [key, format])).toEqual([
      ["id", "code"],
      ["title", "text"],
      ["status", "text"],
      ["openedAt", "date-time"],
    ]);
    expect(table?.rows[0]).toEqual(["T-1", "No light", "new", "2026-05-01T09:00:00Z"]);
  });

  test("what is not there in full is counted, not described", () => {
    expect(textOf(show({ total: 40, tickets }))).toEqual(["40 tickets match; 3 are shown."]);
  });

  test("none, one, and the other language", () => {
    expect(show({ total: 0, tickets: [] })).toEqual([{ type: "text", text: "Nothing matches." }]);
    expect(textOf(show({ total: 1, tickets: tickets.slice(0, 1) }))).toEqual(["1 ticket matches."]);
    expect(textOf(show({ total: 3, tickets }, { language: "pt" }))[0]).toMatch(
      /^3 resultados; o mais antigo é de há 12 dias/u,
    );
  });

  test("a sum only when it is asked for, and only of one currency", () => {
    const claims = [
      { id: "E-1", total: 0.1, currency: "GBP" },
      { id: "E-2", total: 0.2, currency: "GBP" },
    ];
    expect(textOf(show({ claims }))[0]).toBe("2 claims match.");
    expect(textOf(show({ claims }, { requestText: "how much in all?" }))[0]).toBe(
      "2 claims match; together £0.30.",
    );
    const mixed = [...claims, { id: "E-3", total: 1, currency: "EUR" }];
    expect(textOf(show({ claims: mixed }, { requestText: "how much in all?" }))[0]).toBe("3 claims match.");
  });

  test("names and numbers become a chart, days a line", () => {
    const groups = [
      { name: "new", count: 3 },
      { name: "closed", count: 1 },
    ];
    expect(show({ total: 4, groupBy: "status", groups }).at(-1)).toMatchObject({
      type: "chart",
      shape: "bar",
      points: [
        { x: "new", y: 3 },
        { x: "closed", y: 1 },
      ],
    });
    const days = [
      { name: "2026-05-01", count: 3 },
      { name: "2026-05-02", count: 1 },
    ];
    expect(show({ groups: days }).at(-1)).toMatchObject({ type: "chart", shape: "line" });
  });
});

describe("single results", () => {
  test("fields with formats from schema and names, nested objects behind them", () => {
    const outputSchema = {
      type: "object",
      properties: {
        name: { type: "string", title: "Name" },
        joinedOn: { type: "string", format: "date" },
        limitGbp: { type: "number" },
        manager: { $ref: "#/$defs/Contact" },
      },
      $defs: { Contact: { type: "object", properties: { email: { type: "string", format: "email" } } } },
    };
    const parts = show(
      {
        name: "Ana",
        joinedOn: "2020-01-02",
        limitGbp: 500,
        manager: { name: "Rui", email: "rui@firm.example" },
        left: null,
      },
      { outputSchema },
    );
    expect(parts[0]).toMatchObject({
      type: "fields",
      fields: [
        { title: "Name", value: "Ana" },
        { title: "Joined on", format: "date", value: "2020-01-02" },
        { title: "Limit gbp", format: "money", currency: "GBP", value: 500 },
      ],
    });
    expect(parts[1]).toMatchObject({
      type: "fields",
      title: "Manager",
      fields: [{ value: "Rui" }, { format: "email" }],
    });
  });

  test("nothing, text, JSON as text, and plain values", () => {
    expect(textOf(show(undefined))).toEqual(["Done: Find tickets."]);
    expect(show("all good")[0]).toMatchObject({ type: "fields", fields: [{ value: "all good" }] });
    expect(textOf(show(JSON.stringify({ tickets })))[0]).toMatch(/^3 tickets match/u);
    expect(show(42)[0]).toMatchObject({ type: "fields", fields: [{ value: 42 }] });
  });
});

const passage: QuotablePassage = {
  passageId: "p1",
  documentId: "d1",
  document: "Roaming",
  headingPath: ["Roaming", "Day passes"],
  page: 2,
  date: "2026-04-01",
  text: "Intro. A day pass costs £6.00. More.",
  best: { start: 7, end: 30 },
  score: 9,
};

describe("quotes", () => {
  const facts = { toolName: "Tariff guide", language: "en" as const, now };

  test("word for word, numbered, with document, section, page and date", () => {
    const parts = quote({
      ...facts,
      passages: [passage, { ...passage, passageId: "p2" }],
      agreement: "agree",
    });
    expect(parts).toMatchObject([
      { type: "passage", citation: 1, text: passage.text, best: passage.best },
      {
        type: "citation",
        number: 1,
        document: "Roaming",
        section: "Day passes",
        page: 2,
        date: "2026-04-01",
      },
      { type: "passage", citation: 2 },
      { type: "citation", number: 2 },
    ]);
  });

  test("at most four; none is said; an old one carries a warning; a wrong mark is dropped", () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ ...passage, passageId: `p${at}` }));
    expect(
      quote({ ...facts, passages: many, agreement: "agree" }).filter(({ type }) => type === "passage"),
    ).toHaveLength(4);
    expect(textOf(quote({ ...facts, passages: [], agreement: "single" }))[0]).toContain("Tariff guide");
    const old = { ...passage, date: "2024-01-01", best: { start: 5, end: 500 } };
    expect(quote({ ...facts, passages: [old], agreement: "single" })).toMatchObject([
      { type: "passage", best: null },
      { type: "text", text: expect.stringContaining("more than a year") },
      { type: "citation" },
    ]);
  });

  test("two that differ stand side by side, the later first", () => {
    const older = { ...passage, passageId: "p0", date: "2025-06-01" };
    expect(
      quote({ ...facts, passages: [older, passage], agreement: "differ" }).filter(
        ({ type }) => type === "passage",
      ),
    ).toMatchObject([
      { passageId: "p1", side: "left" },
      { passageId: "p0", side: "right" },
    ]);
  });

  test("a result that holds passages is quoted", () => {
    expect(show({ passages: [passage], agreement: "single" })).toMatchObject([
      { type: "passage" },
      { type: "citation" },
    ]);
  });
});

describe("Markdown", () => {
  test("the same answer gives the same text, and says that it was quoted", () => {
    const parts = [
      ...quote({ passages: [passage], agreement: "single", toolName: "", language: "en", now }),
      ...show({ tickets }),
    ];
    const text = renderAnswer({ madeBy: "quoted", language: "en", parts });
    expect(text).toBe(renderAnswer({ madeBy: "quoted", language: "en", parts }));
    expect(text).toContain("> Intro. **A day pass costs £6.00.** More.\n>\n> [1]");
    expect(text).toContain("[1] Roaming, Day passes, p. 2, 2026-04-01");
    expect(text).toContain("| T-1 | No light | new | 2026-05-01 09:00 |");
    expect(text.endsWith("*Quoted, not generated*")).toBe(true);
  });

  test("what a tool answers stays text", () => {
    const evil = "![x](http://a.example) <b>|\n# [l](javascript:1) `c`";
    const text = renderAnswer({
      madeBy: "quoted",
      language: "en",
      parts: show({
        rows: [
          { id: evil, n: 1, m: 2 },
          { id: evil, n: 2, m: 3 },
        ],
      }),
    });
    expect(text).not.toMatch(/(?<!\\)!\[|(?<!\\)\]\(|(?<!\\)<b|\n# /u);
    expect(escapeText("a\nb")).toBe("a b");
  });
});

test("a price in two currencies is one value, and stands in the table", () => {
  const rows = [
    { minutes: 1, code: "FIB-1", price: { gbp: 26, eur: 28.5 } },
    { minutes: 2, code: "FIB-2", price: { gbp: 30, eur: 33 } },
  ];
  const table = show({ items: rows }).find((part) => part.type === "table");
  expect(table?.columns.map(({ key }) => key)).toEqual(["code", "minutes", "price"]);
  expect(table?.rows[0]).toEqual(["FIB-1", 1, "26 GBP / 28.50 EUR"]);
  expect(show(rows[0])).toMatchObject([
    { type: "fields", fields: [{ key: "minutes" }, { key: "code" }, { value: "26 GBP / 28.50 EUR" }] },
  ]);
});
