import { describe, expect, test } from "vitest";
import { schemaRows } from "#lib/tools/schema-rows.ts";

describe("docs of a schema", () => {
  test("one row per member, from the outside in", () => {
    const rows = schemaRows({
      type: "object",
      required: ["id"],
      properties: {
        id: {
          type: "integer",
          minimum: 1,
          maximum: 9,
          description: "Number of the ticket",
          examples: [4417],
        },
        when: { type: ["string", "null"], format: "date", default: "2026-05-09" },
        lines: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { amount: { type: "number" } } },
        },
        place: { $ref: "#/$defs/place" },
        state: { enum: ["open", "closed"], deprecated: true },
        either: { oneOf: [{ type: "string" }, { type: "object", properties: { a: { const: 1 } } }] },
        map: { type: "object", additionalProperties: { type: "boolean" } },
      },
      $defs: {
        place: { type: "object", required: ["city"], properties: { city: { type: "string", minLength: 1 } } },
      },
    });
    expect(rows.map((row) => [row.path, row.depth, row.type, row.isRequired, row.rules.join("; ")])).toEqual([
      ["id", 0, "integer", true, "at least 1; at most 9"],
      ["when", 0, "date or null", false, ""],
      ["lines", 0, "list of object", false, "at least 1 entries"],
      ["lines[].amount", 1, "number", false, ""],
      ["place", 0, "object", false, ""],
      ["place.city", 1, "string", true, "not empty"],
      ["state", 0, "string", false, "one of open, closed"],
      ["either", 0, "string or object", false, ""],
      ["either.a", 1, "1", false, ""],
      ["map", 0, "object", false, ""],
      ["map.*", 1, "boolean", false, ""],
    ]);
    expect(rows[0]).toMatchObject({ description: "Number of the ticket", example: 4417 });
    expect(rows[1]?.standard).toBe("2026-05-09");
    expect(rows[6]?.isDeprecated).toBe(true);
  });

  test.each([
    [{ $ref: "#" }],
    [{ anyOf: [{ $ref: "#" }] }],
    [{ type: "object", properties: { child: { $ref: "#" }, name: { type: "string" } } }],
    [{ type: "array", items: { $ref: "#" } }],
  ])("%j ends", (schema) => {
    expect(schemaRows(schema).length).toBeLessThan(5);
  });

  test("a list at the top shows what it holds", () => {
    const rows = schemaRows({ type: "array", items: { properties: { id: { type: "string" } } } });
    expect(rows.map((row) => row.path)).toEqual(["[].id"]);
  });
});
