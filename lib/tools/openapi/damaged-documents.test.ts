import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { operationDefinitionSchema } from "#lib/catalog/operation.ts";
import { isAppError } from "#lib/errors.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { improveOperations } from "#lib/tools/openapi/improve-operation.ts";
import { readDocument } from "#lib/tools/openapi/read-document.ts";

const folder = join(import.meta.dirname, "corpus");
const documents = readdirSync(folder).map((file) => readDocument(readFileSync(join(folder, file), "utf8")));

type Step = { readonly holder: object; readonly name: string };

/** Every place of a document that holds something. */
function placesOf(value: unknown): Step[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [{ holder: value, name }, ...placesOf(inner)]);
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1.5, "", "x", [], {}, [null], [{}], { $ref: 7 }, { $ref: "#/" }),
  fc.constantFrom<unknown>(
    { $ref: "#/paths" },
    { $ref: "#" },
    { type: "object", properties: [] },
    "{",
    "/{a}{",
    "\u0000\ud800",
  ),
  fc.constantFrom<unknown>({ "": { "": null } }, { get: {} }, { constructor: { $ref: "x.json" } }, [[["a"]]]),
  fc.jsonValue({ maxDepth: 3 }),
);

test("whatever is damaged in a document, each operation is imported or says why not", () => {
  const damage = fc.record({
    document: fc.constantFrom(...documents),
    hits: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), junk), {
      minLength: 1,
      maxLength: 3,
    }),
  });
  fc.assert(
    fc.property(damage, ({ document, hits }) => {
      const damaged = structuredClone(document);
      for (const [share, value] of hits) {
        const places = placesOf(damaged);
        const place = places[Math.floor(share * places.length)];
        if (place) Object.assign(place.holder, { [place.name]: structuredClone(value) });
      }
      const source = JSON.stringify(damaged);
      try {
        const imported = importOpenApi(source, { documentUrl: "https://docs.example/openapi.json" });
        for (const operation of imported.operations) {
          expect(operation.definition !== undefined || operation.problems.length > 0).toBe(true);
          if (operation.definition) operationDefinitionSchema.parse(operation.definition);
          expect(operation.hash).toHaveLength(64);
          expect(isJsonObject(operation.contract)).toBe(true);
        }
        const words = improveOperations(
          imported.operations.map((one) => ({ ...one, inputSchema: one.definition?.inputSchema })),
        );
        expect(new Set(words.map((one) => one.name)).size).toBe(imported.operations.length);
      } catch (failure) {
        if (!isAppError(failure)) throw failure;
        expect(failure.fields.length + (failure.mend?.length ?? 0)).toBeGreaterThan(0);
      }
    }),
    { numRuns: 150 },
  );
});
