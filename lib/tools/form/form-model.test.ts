import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { checkDraft, labelAt } from "#lib/tools/form/check-draft.ts";
import { chooseBranch } from "#lib/tools/form/choose-branch.ts";
import { changeAt, moveEntry, UnreadText } from "#lib/tools/form/draft.ts";
import { describeField } from "#lib/tools/form/field.ts";
import { cleanValue, initialValue } from "#lib/tools/form/form-value.ts";
import { valueAt } from "#lib/tools/json-object.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";

function field(schema: unknown, name = "thing", root: JsonSchema = true) {
  return describeField({ name, schema, isRequired: false }, root);
}

describe("how a value is drawn", () => {
  test.each<[unknown, object]>([
    [{ type: "string" }, { kind: "text", inputType: "text", isLong: false, label: "Thing" }],
    [
      { type: "string", maxLength: 1000 },
      { kind: "text", isLong: true },
    ],
    [
      { type: "string", format: "email" },
      { kind: "text", inputType: "email" },
    ],
    [{ type: "string", format: "date" }, { kind: "date" }],
    [{ type: "string", format: "date-time" }, { kind: "date-time" }],
    [
      { type: "integer", minimum: 1, maximum: 9 },
      { kind: "number", step: 1, minimum: 1, maximum: 9 },
    ],
    [
      { type: "number", multipleOf: 0.5 },
      { kind: "number", step: 0.5 },
    ],
    [{ type: "number" }, { kind: "number", step: "any" }],
    [
      { type: "boolean", default: true },
      { kind: "boolean", standard: true },
    ],
    [{ enum: ["a", 2] }, { kind: "options", options: [{ label: "a" }, { label: "2", value: 2 }] }],
    [
      { oneOf: [{ const: "a", title: "First" }, { const: "b" }] },
      { kind: "options", options: [{ label: "First" }, { label: "b" }] },
    ],
    [{ const: "x" }, { kind: "constant", value: "x" }],
    [
      { type: ["string", "null"], title: "Name" },
      { kind: "text", isNullable: true, label: "Name" },
    ],
    [
      { anyOf: [{ type: "integer" }, { type: "null" }], description: "How many" },
      { kind: "number", isNullable: true, hint: "How many" },
    ],
    [
      { type: ["string", "integer"] },
      { kind: "choice", branches: [{ label: "Text" }, { label: "Whole number" }] },
    ],
    [{ type: "array", items: { enum: ["a", "b"] } }, { kind: "several" }],
    [
      { type: "array", items: { type: "string" }, minItems: 1 },
      { kind: "list", minItems: 1 },
    ],
    [
      { type: "object", additionalProperties: { type: "integer" } },
      { kind: "group", fields: [], others: { type: "integer" } },
    ],
    [{ type: "object" }, { kind: "json" }],
    [true, { kind: "json" }],
    [{}, { kind: "json" }],
    [{ $ref: "https://elsewhere.example/x" }, { kind: "json" }],
    [
      { type: "object", properties: { id: { readOnly: true }, a: {} }, required: ["a"] },
      { kind: "group", fields: [{ name: "a", isRequired: true }] },
    ],
  ])("%j", (schema, expected) => {
    expect(field(schema)).toMatchObject(expected);
  });

  test("names that speak of long texts get room, others do not", () => {
    expect(field({ type: "string" }, "reasonForChange_description")).toMatchObject({ isLong: true });
    expect(field({ type: "string" }, "context")).toMatchObject({ isLong: false });
  });

  test("references and allOf are followed", () => {
    const root = {
      $defs: {
        base: { type: "object", properties: { id: { type: "integer" } }, required: ["id"] },
        node: {
          allOf: [
            { $ref: "#/$defs/base" },
            { properties: { next: { $ref: "#/$defs/node" } }, required: ["next"] },
          ],
        },
      },
    };
    expect(field({ $ref: "#/$defs/node", title: "Node" }, "n", root)).toMatchObject({
      kind: "group",
      label: "Node",
      fields: [
        { name: "id", isRequired: true },
        { name: "next", isRequired: true },
      ],
    });
  });

  test.each([
    ["refers to itself", { $ref: "#" }],
    ["is a choice of itself", { anyOf: [{ $ref: "#" }, { $ref: "#" }] }],
    ["requires itself", { type: "object", properties: { a: { $ref: "#" } }, required: ["a"] }],
    ["is a list of itself", { type: "array", items: { $ref: "#" }, minItems: 1 }],
  ])("a schema that %s ends", (_, root) => {
    expect(initialValue(root)).not.toBe("for ever");
    expect(cleanValue(root, { a: { a: {} } })).toBeDefined();
    expect(checkDraft(root, { a: { a: {} } })).toBeInstanceOf(Array);
  });
});

describe("a new form", () => {
  test("holds defaults, fixed values and the parts that need them", () => {
    const schema = {
      type: "object",
      required: ["kind", "place", "lines", "what"],
      properties: {
        kind: { const: "order" },
        limit: { type: "integer", default: 20 },
        place: { type: "object", properties: { country: { default: "PT" }, city: { type: "string" } } },
        lines: { type: "array", minItems: 2, items: { type: "object", properties: { n: { default: 1 } } } },
        what: { oneOf: [{ properties: { type: { const: "a" } }, required: ["type"] }, { type: "string" }] },
        extra: { type: "object", required: ["x"], properties: { x: { const: 1 } } },
      },
    };
    expect(initialValue(schema)).toEqual({
      kind: "order",
      limit: 20,
      place: { country: "PT" },
      lines: [{ n: 1 }, { n: 1 }],
      what: { type: "a" },
    });
  });
});

describe("the value to send", () => {
  const schema = {
    type: "object",
    required: ["title", "note", "tags"],
    properties: {
      title: { type: "string" },
      note: { type: ["string", "null"] },
      reason: { type: ["string", "null"] },
      tags: { type: "array", items: { type: "string" } },
      others: { type: "array", items: { type: "string" } },
      place: { type: "object", properties: { city: { type: "string" } } },
      free: {},
    },
  };

  test.each<[object, object]>([
    [{}, { note: null }],
    [{ title: "", note: "", reason: "", place: { city: "" }, others: [""] }, { note: null }],
    [
      { title: "x", note: "y", tags: ["", "a"], others: [] },
      { title: "x", note: "y", tags: ["a"] },
    ],
    [
      { note: "y", reason: null, tags: [] },
      { note: "y", reason: null, tags: [] },
    ],
    [
      { note: "y", free: new UnreadText("{"), unknown: 1 },
      { note: "y", unknown: 1 },
    ],
    [
      { note: "y", free: { deep: ["", null, false, 0] } },
      { note: "y", free: { deep: ["", null, false, 0] } },
    ],
  ])("%j becomes %j", (draft, expected) => {
    expect(cleanValue(schema, draft)).toEqual(expected);
  });

  const leaf = fc.oneof(
    fc.constant({ type: "string", minLength: 1 }),
    fc.constant({ type: "integer" }),
    fc.constant({ type: "boolean" }),
    fc.constant({ enum: ["", "a", 3, null] }),
    fc.constant({ type: ["number", "null"] }),
    fc.constant({ const: "fixed" }),
  );
  const schemas = fc.letrec<{ node: JsonSchema }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      tie("node").map((items) => ({ type: "array", items, minItems: 1 })),
      fc
        .dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie("node"), { minKeys: 1, maxKeys: 4 })
        .chain((properties) =>
          fc.subarray(Object.keys(properties)).map((required) => ({
            type: "object",
            properties,
            required,
            minProperties: 1,
            additionalProperties: false,
          })),
        ),
    ),
  })).node;

  function valueFor(schema: JsonSchema): fc.Arbitrary<unknown> {
    if (typeof schema === "boolean") return fc.constant(null);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
    if (schema.type === "string") return fc.string({ minLength: 1 });
    if (schema.type === "integer") return fc.integer();
    if (schema.type === "boolean") return fc.boolean();
    if (schema.type === "array")
      return fc.array(valueFor(schema.items as JsonSchema), { minLength: 1, maxLength: 3 });
    if (schema.type !== "object") return fc.option(fc.integer());
    const properties = Object.entries(schema.properties as Record<string, JsonSchema>);
    const members = Object.fromEntries(properties.map(([name, inner]) => [name, valueFor(inner)]));
    const required = schema.required as string[];
    return fc.record(members, { requiredKeys: required }).filter((value) => Object.keys(value).length > 0);
  }
  const cases = schemas.chain((schema) => fc.tuple(fc.constant(schema), valueFor(schema)));

  test("a right value comes out as it was, and nothing is said against it", () => {
    fc.assert(
      fc.property(cases, ([schema, value]) => {
        expect(checkArguments(schema, value)).toEqual([]);
        expect(cleanValue(schema, value)).toEqual(value);
        expect(checkDraft(schema, value)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("cleaning twice changes nothing more", () => {
    fc.assert(
      fc.property(schemas, fc.jsonValue(), (schema, draft) => {
        const once = cleanValue(schema, draft);
        expect(cleanValue(schema, once)).toEqual(once);
      }),
    );
  });

  test("a new form lacks only what a person has to enter", () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const value = cleanValue(schema, initialValue(schema));
        const wrong = value === undefined ? [] : checkArguments(schema, value);
        for (const { message } of wrong) expect(message).toMatch(/is missing|needs at least/);
      }),
    );
  });
});

describe("choices", () => {
  const branches = [
    { schema: { properties: { kind: { const: "card" }, number: { type: "string" } }, required: ["kind"] } },
    { schema: { properties: { kind: { const: "cash" }, amount: { type: "number" } }, required: ["kind"] } },
    { schema: { type: "string" } },
    { schema: { type: "array", items: {} } },
  ];
  test.each<[unknown, number]>([
    [undefined, 0],
    [{ kind: "cash" }, 1],
    [{ kind: "card", amount: 1 }, 0],
    [{ amount: 2 }, 1],
    ["x", 2],
    [[1], 3],
    [7, 0],
  ])("%j belongs to branch %i", (value, expected) => {
    expect(chooseBranch(value, branches, true)).toBe(expected);
  });
});

describe("problems that can be seen before sending", () => {
  const schema = {
    type: "object",
    required: ["title", "lines", "state"],
    properties: {
      title: { type: "string", minLength: 2, title: "Ticket title" },
      count: { type: "integer", minimum: 1, maximum: 3 },
      state: { type: ["string", "null"] },
      code: { type: "string", pattern: "^[A-Z]+$" },
      lines: {
        type: "array",
        maxItems: 1,
        items: { type: "object", required: ["a/b"], properties: { "a/b": { type: "number" } } },
      },
      free: {},
    },
  };
  test("stand beside their field", () => {
    expect(checkDraft(schema, undefined).map(({ path }) => path)).toEqual(["/title", "/lines"]);
    const draft = { title: "x", count: 4, code: "x1", lines: [{}], free: new UnreadText("{") };
    expect(checkDraft(schema, draft)).toEqual([
      { path: "/title", message: "must have at least 2 characters." },
      { path: "/count", message: "must be at most 3." },
      { path: "/code", message: "does not have the expected form (^[A-Z]+$)." },
      { path: "/lines/0/a~1b", message: "is missing." },
      { path: "/free", message: "is not JSON." },
    ]);
    expect(checkDraft(schema, { title: "xy", lines: [{}, {}], count: "many" })).toEqual([
      { path: "/count", message: "must be a number." },
      { path: "/lines", message: "may have at most 1 entries." },
    ]);
  });

  test("have a label", () => {
    expect(labelAt(schema, {}, ["title"])).toBe("Ticket title");
    expect(labelAt(schema, { lines: [{}] }, ["lines", "0", "a/b"])).toBe("Lines › 1 › A/b");
    expect(labelAt(schema, {}, ["unknown_part"])).toBe("Unknown part");
  });
});

describe("changing a draft", () => {
  test("sets, removes and leaves the rest alone", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.nat(3),
        fc.jsonValue(),
        (draft, name, index, value) => {
          const changed = changeAt(draft, [name, index, "x"], value);
          expect(valueAt(changed, [name, index, "x"])).toEqual(value);
          const removed = changeAt(changed, [name], undefined);
          const { [name]: _, ...others } = draft;
          expect(removed).toEqual(others);
        },
      ),
    );
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test("entries move without getting lost", () => {
    expect(moveEntry(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
    expect(moveEntry([undefined, "b"], 0, 1)).toEqual(["b", undefined]);
  });
});
