import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import {
  type ComparedOperation,
  furthest,
  operationChanges,
} from "#lib/publishing/contract/operation-changes.ts";
import { schemaChanges } from "#lib/publishing/contract/schema-changes.ts";

const object = (properties: Record<string, unknown>, required: string[] = []): JsonSchema => ({
  type: "object",
  properties,
  required,
});
const text = { type: "string" };

type Case = readonly [what: string, before: JsonSchema, after: JsonSchema, input: string, output: string];

const cases: readonly Case[] = [
  ["a removed field", object({ a: text, b: text }), object({ a: text }), "major", "major"],
  ["a new optional field", object({ a: text }), object({ a: text, b: text }), "minor", "minor"],
  ["a new required field", object({ a: text }), object({ a: text, b: text }, ["b"]), "major", "minor"],
  ["a field that must be given now", object({ a: text }), object({ a: text }, ["a"]), "major", "minor"],
  ["a field that may be left out now", object({ a: text }, ["a"]), object({ a: text }), "minor", "major"],
  ["another type", object({ a: text }), object({ a: { type: "boolean" } }), "major", "major"],
  ["a wider type", { type: "integer" }, { type: "number" }, "minor", "major"],
  ["a narrower type", { type: "number" }, { type: "integer" }, "major", "minor"],
  ["null allowed", text, { type: ["string", "null"] }, "minor", "major"],
  ["a choice less", { enum: ["a", "b"] }, { enum: ["a"] }, "major", "minor"],
  ["a choice more", { enum: ["a"] }, { enum: ["a", "b"] }, "minor", "major"],
  ["a shorter text", { ...text, maxLength: 20 }, { ...text, maxLength: 10 }, "major", "minor"],
  ["a longer text", { ...text, maxLength: 10 }, { ...text, maxLength: 20 }, "minor", "major"],
  ["a new lower bound", { type: "integer" }, { type: "integer", minimum: 1 }, "major", "minor"],
  ["other words", { ...text, description: "A" }, { ...text, description: "B" }, "patch", "patch"],
  ["a pattern", text, { ...text, pattern: "^a" }, "major", "major"],
  [
    "no further fields",
    { type: "object" },
    { type: "object", additionalProperties: false },
    "major",
    "patch",
  ],
  [
    "items of another type",
    { type: "array", items: text },
    { type: "array", items: { type: "integer" } },
    "major",
    "major",
  ],
];

describe("a change of a schema", () => {
  test.each(cases)("%s", (_what, before, after, input, output) => {
    const step = (direction: "input" | "output") =>
      furthest(schemaChanges(direction, before, after).map((change) => change.step));
    expect(step("input")).toBe(input);
    expect(step("output")).toBe(output);
  });

  test("is found however deep it stands, with its path", () => {
    const lines = (item: JsonSchema) => object({ order: object({ lines: { type: "array", items: item } }) });
    expect(
      schemaChanges("input", lines(object({ amount: text })), lines(object({ amount: { type: "number" } }))),
    ).toMatchObject([{ step: "major", path: "order.lines[].amount", what: "type" }]);
  });
});

const anySchema = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<JsonSchema>(text, { type: "integer" }, { enum: ["a", "b"] }, true, {
      type: "string",
      maxLength: 9,
    }),
    fc.record({ type: fc.constant("array"), items: tie("schema") }),
    fc
      .dictionary(fc.constantFrom("a", "b", "c", "__proto__x"), tie("schema"))
      .map((properties) => object(properties)),
  ),
})).schema;

describe("of any schema", () => {
  test("itself is no change", () => {
    fc.assert(
      fc.property(
        anySchema,
        (schema) => schemaChanges("input", schema, structuredClone(schema)).length === 0,
      ),
    );
  });

  test("another one is always some change, and undoing what an input gained breaks it", () => {
    fc.assert(
      fc.property(anySchema, anySchema, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        const there = furthest(schemaChanges("input", a, b).map(({ step }) => step));
        const back = furthest(schemaChanges("input", b, a).map(({ step }) => step));
        // `true` and `{}` allow the same.
        if (there === undefined) return back === undefined;
        return there === "patch" || there === "major" || back === "major";
      }),
    );
  });
});

const readOnly = { readOnly: true, destructive: false, idempotent: true, openWorld: false };
const operation = (name: string, changes: Partial<ComparedOperation> = {}): ComparedOperation => ({
  name,
  title: name,
  description: "",
  inputSchema: object({ id: text }),
  annotations: readOnly,
  ...changes,
});

describe("a change of operations", () => {
  test("a removed one breaks, a new one does not, another name is both", () => {
    expect(
      operationChanges([operation("a"), operation("b")], [operation("a"), operation("c")]),
    ).toMatchObject([
      { kind: "added", operation: "c", step: "minor" },
      { kind: "removed", operation: "b", step: "major" },
    ]);
  });

  test("what writes now, or destroys now, is another thing than people agreed to", () => {
    const after = operation("a", { annotations: { ...readOnly, readOnly: false } });
    expect(operationChanges([operation("a")], [after])).toMatchObject([
      { step: "major", itself: ["more-dangerous"] },
    ]);
    expect(operationChanges([after], [operation("a")])).toMatchObject([
      { step: "minor", itself: ["less-dangerous"] },
    ]);
  });

  test("other words are a patch, and nothing is nothing", () => {
    expect(operationChanges([operation("a")], [operation("a", { title: "A" })])).toMatchObject([
      { step: "patch", itself: ["words"], input: [], output: [] },
    ]);
    expect(operationChanges([operation("a")], [operation("a")])).toEqual([]);
  });
});
