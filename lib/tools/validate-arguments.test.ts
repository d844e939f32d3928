import { describe, expect, test } from "vitest";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { isSafePattern } from "#lib/tools/safe-pattern.ts";
import { checkArguments, schemaProblem } from "#lib/tools/validate-arguments.ts";

const messages = (schema: JsonSchema, value: unknown) =>
  checkArguments(schema, value).map(({ path, message }) => `${path} ${message}`);

describe("problems in words", () => {
  test.each<[JsonSchema, unknown, string[]]>([
    [{ type: "string" }, 1, [" must be a text."]],
    [{ type: ["integer", "null"] }, "x", [" must be a whole number or empty (null)."]],
    [{ enum: ["a", "b"] }, "c", [' must be one of "a", "b".']],
    [{ const: 3 }, 4, [" must be 3."]],
    [{ minimum: 1, maximum: 3 }, 0, [" must be at least 1."]],
    [{ exclusiveMaximum: 3 }, 3, [" must be less than 3."]],
    [{ multipleOf: 0.5 }, 0.3, [" must be a multiple of 0.5."]],
    [{ type: "string", minLength: 1 }, "", [" must not be empty."]],
    [{ maxLength: 1 }, "ab", [" must have at most 1 character."]],
    [{ minItems: 2 }, [1], [" needs at least 2 entries."]],
    [{ uniqueItems: true }, [1, 1], [" must not hold the same entry twice."]],
    [{ pattern: "^[A-Z]{3}$" }, "x", [" does not have the expected form (^[A-Z]{3}$)."]],
    [{ format: "date" }, "9 May", [" must be a date such as 2026-05-09."]],
    [{ format: "email" }, "me", [" must be an e-mail address."]],
    [{ format: "unheard-of" }, "me", []],
    [false, 1, [" is not allowed."]],
    [true, 1, []],
    [
      {
        properties: { a: { properties: { "b/c": { type: "number" } } } },
        required: ["d"],
        additionalProperties: false,
      },
      { a: { "b/c": "x" }, e: 1 },
      ["/d is missing.", "/e is not an input here.", "/a/b~1c must be a number."],
    ],
    [{ items: { type: "object", required: ["id"] } }, [{ id: 1 }, {}], ["/1/id is missing."]],
    [{ dependentRequired: { a: ["b"] } }, { a: 1 }, ["/b is needed when a is given."]],
  ])("%j with %j", (schema, value, expected) => {
    expect(messages(schema, value)).toEqual(expected);
  });

  test("a choice names the leaves where they say more", () => {
    const nullable = { anyOf: [{ type: "object", required: ["id"] }, { type: "null" }] };
    expect(messages(nullable, {})).toEqual(["/id is missing."]);
    const branch = (kind: string, more: string[]) => ({
      properties: { kind: { const: kind } },
      required: more,
    });
    const either = { oneOf: [branch("a", ["x", "y"]), branch("b", ["z", "w"])] };
    expect(messages(either, { kind: "c" })).toEqual([" fits none of the choices."]);
    expect(messages({ oneOf: [{ type: "number" }, { minimum: 1 }] }, 2)).toEqual([
      " fits more than one of the choices.",
    ]);
  });

  test("nothing is coerced or filled in", () => {
    const value = { a: "1" };
    const schema = { properties: { a: { type: "integer" }, b: { default: 2 } } };
    expect(messages(schema, value)).toEqual(["/a must be a whole number."]);
    expect(value).toEqual({ a: "1" });
  });
});

describe("schemas of many sources", () => {
  test.each<[string, JsonSchema, unknown, unknown]>([
    [
      "draft 7 with definitions",
      {
        $schema: "http://json-schema.org/draft-07/schema#",
        definitions: { a: { type: "integer" } },
        $ref: "#/definitions/a",
      },
      1,
      "x",
    ],
    ["a tuple of draft 7", { items: [{ type: "integer" }], additionalItems: false }, [1], [1, 2]],
    ["dependencies of draft 7", { dependencies: { a: ["b"] } }, { a: 1, b: 1 }, { a: 1 }],
    [
      "a recursive one",
      { $defs: { n: { items: { $ref: "#/$defs/n" }, type: "array" } }, $ref: "#/$defs/n" },
      [[], [[]]],
      [[1]],
    ],
    ["its own identity", { $id: "https://example.org/x", type: "integer" }, 1, "x"],
    ["the same identity again", { $id: "https://example.org/x", type: "string" }, "x", 1],
    ["prefixItems", { prefixItems: [{ type: "integer" }], items: false }, [1], [1, 2]],
  ])("%s", (_, schema, right, wrong) => {
    expect(schemaProblem(schema)).toBeUndefined();
    expect(messages(schema, right)).toEqual([]);
    expect(messages(schema, wrong)).not.toEqual([]);
  });

  test.each<[string, JsonSchema]>([
    ["an unknown type", { type: "nonsense" }],
    ["a reference outside", { $ref: "https://example.org/schema.json" }],
    ["a reference to nothing", { $ref: "#/$defs/none" }],
    ["properties that are no object", { properties: 3 }],
  ])("%s is named and refuses every value", (_, schema) => {
    expect(schemaProblem(schema)).toEqual(expect.any(String));
    expect(checkArguments(schema, {})).toMatchObject([
      { path: "", message: expect.stringContaining("not usable") },
    ]);
  });

  test("a thousand schemas, each checked by its own words", () => {
    for (let i = 0; i < 1000; i += 1)
      expect(messages({ minimum: i }, i - 1)).toEqual([` must be at least ${i}.`]);
    expect(messages({ minimum: 0 }, -1)).toEqual([" must be at least 0."]);
  });
});

describe("patterns", () => {
  test.each(["^[A-Z]{2}-\\d+$", "^(a|b)$", "^\\d{4}-\\d{2}$", "[^)]+", "^(foo)+$", "^(?:ab|cd)?x*$", "\\(+"])(
    "%s may run",
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(true);
    },
  );
  test.each(["(a+)+$", "(a*)*", "((a+)b?)*", "(a|aa)+$", "(\\w+\\s?)*$", "(a)\\1", "(x{1,})+", "("])(
    "%s may not",
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(false);
    },
  );
  test("a pattern that would take for ever takes no time", () => {
    const start = performance.now();
    checkArguments({ pattern: "^(a+)+$" }, `${"a".repeat(60)}!`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
