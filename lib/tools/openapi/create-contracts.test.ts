import { describe, expect, test } from "vitest";
import { hashJson } from "#lib/canonical-hash.ts";
import type { JsonObject } from "#lib/tools/json-object.ts";
import { createContracts } from "#lib/tools/openapi/create-contracts.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";

const ok = (schema: unknown) => ({ description: "Fine", content: { "application/json": { schema } } });

function document(change: (whole: JsonObject & { paths: Record<string, JsonObject> }) => void = () => {}) {
  const whole = {
    openapi: "3.1.0",
    info: { title: "Parcels", version: "4.2" },
    servers: [{ url: "https://parcels.example/v4" }],
    security: [{ key: [] }],
    paths: {
      "/parcels/{id}": {
        parameters: [{ $ref: "#/components/parameters/id" }],
        get: {
          operationId: "getParcel",
          tags: ["parcels"],
          description: "Shows one parcel.",
          responses: { 200: ok({ $ref: "#/components/schemas/Parcel" }), 404: { description: "Unknown" } },
        },
      },
      "/depots": { get: { operationId: "listDepots", responses: { 200: ok({ type: "array" }) } } },
    } as Record<string, JsonObject>,
    components: {
      parameters: { id: { name: "id", in: "path", required: true, schema: { type: "string" } } },
      schemas: {
        Parcel: {
          type: "object",
          properties: {
            size: { $ref: "#/components/schemas/Size" },
            next: { $ref: "#/components/schemas/Parcel" },
          },
        },
        Size: { type: "string", enum: ["S", "M"] },
        Depot: { type: "object" },
      } as Record<string, unknown>,
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key" },
        other: { type: "http", scheme: "basic" },
      },
    },
  };
  change(whole as never);
  return whole as unknown as JsonObject;
}

const contract = (whole: JsonObject) => createContracts(whole)("GET", "/parcels/{id}");
const hash = (whole: JsonObject) => hashJson(contract(whole));

describe("the contract of one operation", () => {
  test("holds what belongs to it and nothing else, and can be imported again as it was", () => {
    const found = contract(document());
    expect(Object.keys(found?.paths as JsonObject)).toEqual(["/parcels/{id}"]);
    expect(found?.components).toEqual({
      parameters: { id: expect.anything() },
      schemas: { Parcel: expect.anything(), Size: expect.anything() },
      securitySchemes: { key: expect.anything() },
    });
    const [whole] = importOpenApi(JSON.stringify(document())).operations;
    const [alone] = importOpenApi(JSON.stringify(found)).operations;
    expect(alone?.definition).toEqual(whole?.definition);
    expect(whole?.contract).toEqual(found);
    expect(whole?.hash).toBe(hashJson(found));
    expect(alone?.hash).toBe(whole?.hash);
  });

  test("is the same whatever else changes in the document", () => {
    const before = hash(document());
    const others = document((whole) => {
      whole.info = { title: "Parcels and letters", version: "5" };
      whole.openapi = "3.1.1";
      delete whole.paths["/depots"];
      Object.assign(whole.paths["/parcels/{id}"]?.get as JsonObject, { tags: ["new"], "x-order": 3 });
    });
    expect(hash(others)).toBe(before);
    const reordered = JSON.parse(JSON.stringify(document(), undefined)) as JsonObject;
    expect(hash(Object.fromEntries(Object.entries(reordered).reverse()))).toBe(before);
  });

  test.each<[string, Parameters<typeof document>[0]]>([
    [
      "its words",
      (whole) => Object.assign(whole.paths["/parcels/{id}"]?.get as JsonObject, { description: "Send all." }),
    ],
    [
      "a part of a part",
      (whole) =>
        Object.assign((whole.components as JsonObject).schemas as JsonObject, { Size: { type: "string" } }),
    ],
    [
      "a parameter of its path",
      (whole) =>
        Object.assign((whole.components as JsonObject).parameters as JsonObject, {
          id: { name: "id", in: "path", required: true, schema: { type: "integer" } },
        }),
    ],
    ["the server", (whole) => Object.assign(whole, { servers: [{ url: "https://evil.example" }] })],
    ["how one signs in", (whole) => Object.assign(whole, { security: [{ other: [] }] })],
  ])("differs with %s", (_, change) => {
    expect(hash(document(change))).not.toBe(hash(document()));
  });

  test("is the same for other examples, for lists in another order, and for another answer to a failure", () => {
    const other = document((whole) => {
      const { schemas } = whole.components as { schemas: Record<string, JsonObject> };
      Object.assign(schemas.Size as JsonObject, { example: "M", "x-shown": true });
      const get = whole.paths["/parcels/{id}"]?.get as { responses: JsonObject };
      Object.assign(get.responses, { 404: { description: "Not known" }, 429: { description: "Slower" } });
    });
    expect(hash(other)).toBe(hash(document()));
  });

  test("keeps properties whose names are those of keywords", () => {
    const whole = document((all) => {
      const { schemas } = all.components as { schemas: JsonObject };
      schemas.Size = {
        properties: { example: { type: "string" }, "x-a": { $ref: "#/components/schemas/Depot" } },
      };
    });
    expect(contract(whole)?.components).toMatchObject({
      schemas: {
        Size: { properties: { example: { type: "string" }, "x-a": {} } },
        Depot: { type: "object" },
      },
    });
  });

  test("stays small whatever it refers to, and still differs with what has no room in it", () => {
    const large = (last: string) =>
      document((all) => {
        const { schemas } = all.components as { schemas: JsonObject };
        const names = Array.from({ length: 400 }, (_, i) => `Part${i}`);
        for (const name of names) schemas[name] = { type: "string", description: "long ".repeat(200) };
        schemas.Part399 = { type: last };
        schemas.Size = { anyOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) };
      });
    expect(JSON.stringify(contract(large("string"))).length).toBeLessThan(80_000);
    expect(hash(large("string"))).toBe(hash(large("string")));
    expect(hash(large("integer"))).not.toBe(hash(large("string")));
  });

  test("is missing where the document has no such operation", () => {
    expect(createContracts(document())("DELETE", "/parcels/{id}")).toBeUndefined();
    expect(createContracts(document())("GET", "/gone")).toBeUndefined();
    expect(createContracts(document())("GET", "__proto__")).toBeUndefined();
  });
});
