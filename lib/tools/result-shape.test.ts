import { expect, test } from "vitest";
import { resultShape, titleOf } from "#lib/tools/result-shape.ts";

test("rows become a table with the schema's titles in the order of the answer, numbers to the right", () => {
  const schema = {
    type: "array",
    items: { $ref: "#/$defs/ticket" },
    $defs: { ticket: { properties: { number: { title: "Ticket" }, customers: {}, openedAt: {} } } },
  };
  const shape = resultShape(
    [
      { number: "T-4712", customers: 12, openedAt: "2026-05-09T10:00:00Z", note: "" },
      { openedAt: "2026-05-10", number: "T-4713", customers: null, note: null },
    ],
    schema,
  );
  expect(shape).toMatchObject({
    kind: "table",
    columns: [
      { key: "number", title: "Ticket", isNumeric: false },
      { key: "customers", title: "Customers", isNumeric: true },
      { key: "openedAt", title: "Opened at", isNumeric: false },
    ],
  });
  expect(shape.kind === "table" && shape.rows.map((row) => row.map(({ format }) => format))).toEqual([
    ["code", "number", "date-time"],
    ["code", "text", "date"],
  ]);
});

test("a table shows six columns and names the others", () => {
  const row = { a: 1, b: 2, c: 3, d: 4, e: "a sentence with many words", f: 6, gapFilled: 7, none: null };
  const shape = resultShape([row, row], null);
  expect(shape).toMatchObject({ kind: "table", hiddenTitles: ["Gap filled"] });
  expect(shape.kind === "table" && shape.columns.map(({ isLong }) => isLong)).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
  ]);
});

test("what lies in a cell is named in one line", () => {
  const shape = resultShape(
    [
      {
        id: "a",
        tags: ["x", "y"],
        who: { name: "Ana", email: "a@x" },
        at: { site: "BRG-07", port: 2, note: null },
      },
      { id: "b", tags: [], who: null, at: {} },
    ],
    null,
  );
  expect(shape.kind === "table" && shape.rows.map((row) => row.map(({ value }) => value))).toEqual([
    ["a", "x, y", "Ana", "Site: BRG-07, Port: 2"],
    ["b", null, null, null],
  ]);
});

test("one row is read more easily as fields", () => {
  expect(resultShape([{ id: 1, name: "A" }], null)).toMatchObject({ kind: "fields", fields: [{}, {}] });
});

test("an object becomes fields, and what lies within it parts of its own", () => {
  const tickets = [{ id: 1 }, { id: 2 }];
  const shape = resultShape({ total: 2, isOpen: true, tickets, site: { code: "BRG-07" } }, null);
  expect(shape).toMatchObject({
    kind: "fields",
    fields: [
      { title: "Total", value: { format: "number", value: 2 } },
      { title: "Is open", value: { format: "yes-no", value: true } },
    ],
    parts: [
      { title: "Tickets", shape: { kind: "table" } },
      { title: "Site", shape: { kind: "fields", fields: [{ value: { format: "code", value: "BRG-07" } }] } },
    ],
  });
});

test("lists, single values and nothing are told apart; mixed and deep content stays JSON", () => {
  expect(resultShape(["a", 1], null)).toMatchObject({ kind: "list", values: [{ value: "a" }, { value: 1 }] });
  expect(resultShape("done", null)).toEqual({ kind: "value", value: { format: "text", value: "done" } });
  for (const empty of [null, undefined, "", [], {}])
    expect(resultShape(empty, null)).toEqual({ kind: "nothing" });
  expect(resultShape([1, { a: 1 }], null).kind).toBe("json");
  const deep = resultShape({ a: { b: { c: { d: { e: 1 } } } } }, null);
  expect(JSON.stringify(deep)).toContain('"kind":"json"');
});

test("a link is only what leads to the web", () => {
  expect(resultShape("https://example.com/a", null)).toMatchObject({ value: { format: "link" } });
  expect(resultShape("javascript:alert(1)", null)).toMatchObject({ value: { format: "text" } });
});

test("keys become words", () => {
  expect(["openedAt", "opened_at", "SLA", "ünlü-ad"].map(titleOf)).toEqual([
    "Opened at",
    "Opened at",
    "SLA",
    "Ünlü ad",
  ]);
});
