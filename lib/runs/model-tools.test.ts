import fc from "fast-check";
import { expect, it } from "vitest";
import { modelInputSchema, modelToolNames } from "#lib/runs/model-tools.ts";

it("gives every operation a name of its own that model servers accept, the same each time", () => {
  const word = fc.string({ unit: fc.constantFrom(..."ab.-_é"), minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ toolSlug: word, operationName: word }), { maxLength: 8 }),
      (operations) => {
        const names = modelToolNames(operations);
        expect([...names.values()]).toEqual(operations);
        for (const name of names.keys()) expect(name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
        expect([...modelToolNames(operations).keys()]).toEqual([...names.keys()]);
      },
    ),
  );
});

it("keeps a plain name readable", () => {
  const names = modelToolNames([
    { toolSlug: "ticket-desk", operationName: "find.tickets" },
    { toolSlug: "ticket-desk", operationName: "find_tickets" },
  ]);
  expect([...names.keys()]).toEqual(["ticket-desk__find_tickets", "ticket-desk__find_tickets_2"]);
});

it.each([
  true,
  false,
  null,
  "text",
  [],
  {},
  { $schema: "https://json-schema.org/draft/2020-12/schema" },
  { type: "string" },
])("takes %j for the schema of an object", (schema) => {
  expect(modelInputSchema(schema)).toEqual({ type: "object", properties: {} });
});
