import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { AppError } from "#lib/errors.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { firstOperation, ok, openApi } from "#lib/tools/testing/openapi-document.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";

type Part = Record<string, unknown>;

function failure(source: string): AppError {
  try {
    importOpenApi(source);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("the document was accepted");
}

describe("references", () => {
  const get = (schema: Part, schemas: Part = {}) =>
    importOpenApi(
      openApi({
        components: { schemas },
        paths: {
          "/bad": { get: { ...ok, parameters: [{ name: "q", in: "query", schema }] } },
          "/good": { get: ok },
        },
      }),
    );

  test("a recursive schema stays a reference", () => {
    const node = {
      type: "object",
      properties: { children: { type: "array", items: { $ref: "#/components/schemas/Node" } } },
    };
    const { inputSchema } = firstOperation(get({ $ref: "#/components/schemas/Node" }, { Node: node }));
    expect(inputSchema).toMatchObject({
      properties: { q: { $ref: "#/$defs/Node" } },
      $defs: { Node: { properties: { children: { items: { $ref: "#/$defs/Node" } } } } },
    });
    const deep = { children: [{ children: [{ children: [] }] }] };
    expect(checkArguments(inputSchema, { q: deep })).toEqual([]);
    expect(checkArguments(inputSchema, { q: { children: [{ children: [1] }] } })).toEqual([
      { path: "/q/children/0/children/0", message: "must be an object." },
    ]);
  });

  test("names that occur twice are told apart", () => {
    const { inputSchema } = firstOperation(
      get(
        {
          allOf: [
            { $ref: "#/components/schemas/a~1Item" },
            { $ref: "#/components/schemas/b/properties/a~1Item" },
          ],
        },
        { "a/Item": { type: "string" }, b: { properties: { "a/Item": { maxLength: 3 } } } },
      ),
    );
    expect(inputSchema).toMatchObject({ $defs: { a_Item: { type: "string" }, a_Item_2: { maxLength: 3 } } });
  });

  test.each([
    ["https://evil.example/x.json#/A", "outside of this document"],
    ["file:///etc/passwd", "outside of this document"],
    ["./other.yaml", "outside of this document"],
    ["#/components/schemas/Missing", "is not there"],
    ["#/components/schemas/constructor", "is not there"],
    ["#Anchor", "not a JSON pointer"],
  ])("%s disables its own operation only", ($ref, message) => {
    const { operations } = get({ $ref });
    expect(operations[0]?.definition).toBeUndefined();
    expect(operations[0]?.problems[0]).toMatchObject({
      place: "paths › /bad › get › parameters › 0 › schema",
      message: expect.stringContaining(message),
    });
    expect(operations[1]?.definition?.name).toBe("get_good");
  });

  test("parameters that refer in a circle say so", () => {
    const source = openApi({
      components: {
        parameters: { a: { $ref: "#/components/parameters/b" }, b: { $ref: "#/components/parameters/a" } },
      },
      paths: { "/x": { get: { ...ok, parameters: [{ $ref: "#/components/parameters/a" }] } } },
    });
    expect(importOpenApi(source).operations[0]?.problems[0]?.message).toContain("circle");
  });
});

describe("one bad operation", () => {
  const broken: [string, Part, string][] = [
    ["a parameter in no place", { parameters: [{ name: "a", in: "body" }] }, "path, query, header or cookie"],
    ["a parameter without name", { parameters: [{ in: "query" }] }, "missing"],
    ["parameters that are no list", { parameters: { a: 1 } }, "a list"],
    ["an unknown style", { parameters: [{ name: "a", in: "query", style: "simple" }] }, "not a style"],
    [
      "files",
      { requestBody: { required: true, content: { "multipart/form-data": {} } } },
      "multipart/form-data",
    ],
    ["credentials that cannot be sent", { security: [{ digest: [] }] }, "ways to sign in"],
  ];
  test.each(broken)("%s: says why, and leaves the others", (_, operation, message) => {
    const document = importOpenApi(openApi({ paths: { "/bad": { post: operation }, "/good": { get: ok } } }));
    expect(document.operations[0]?.definition).toBeUndefined();
    expect(document.operations[0]?.problems[0]?.message).toContain(message);
    expect(document.operations[1]?.definition).toBeDefined();
  });

  test("a path parameter that is not described is added as a text", () => {
    const operation = firstOperation(importOpenApi(openApi({ paths: { "/t/{id}": { get: ok } } })));
    expect(operation.inputSchema).toMatchObject({ required: ["id"], properties: { id: { type: "string" } } });
    expect(operation.problems).toHaveLength(1);
  });

  test("without a server it asks for one", () => {
    const source = openApi({ servers: [{ url: "/api" }], paths: { "/a": { get: ok } } });
    expect(importOpenApi(source).operations[0]?.problems[0]?.message).toContain("server address");
    const completed = importOpenApi(source, { documentUrl: "https://docs.example/v1/openapi.json" });
    expect(firstOperation(completed).binding).toMatchObject({ serverUrl: "https://docs.example/api" });
    const replaced = importOpenApi(source, { serverUrl: "https://other.example/" });
    expect(firstOperation(replaced).binding).toMatchObject({ serverUrl: "https://other.example" });
  });
});

describe("a document that cannot be read", () => {
  test.each([
    ["not a document", "hello", "not an object"],
    ["a list", "[1]", "not an object"],
    ["YAML with a mistake", "openapi: 3.1.0\npaths:\n  - a\n b: 1", "Line"],
    ["JSON with a mistake", '{"openapi": "3.1.0",\n "paths": }', "not valid JSON"],
    ["JSON that ends too early", '{"openapi": "3.1.0",\n "paths": {', "Line 2"],
    ["version 1", "swagger: '1.2'", "Convert"],
    ["version 2 without paths", "swagger: '2.0'", "paths"],
    ["no version", "paths: {}", "openapi"],
    ["version 4", "openapi: 4.0.0\npaths: {}", '"4.0.0"'],
    ["no paths", "openapi: 3.1.0", "paths"],
    ["a name from the prototype", '{"openapi":"3.1.0","paths":{"/a":{"__proto__":{}}}}', "__proto__"],
    ["deep nesting", `{"openapi":"3.1.0","paths":${'{"a":'.repeat(200)}1${"}".repeat(200)}}`, "deeper"],
    ["too much text", " ".repeat(5_000_001), "5 MB"],
  ])("%s", (_, source, expected) => {
    const error = failure(source);
    expect(`${error.message} ${error.mend}`).toContain(expected);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("aliases that multiply are refused quickly", () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
    const bomb = `openapi: 3.1.0\na0: &a0 [x]\n${levels.join("\n")}`;
    const start = performance.now();
    expect(failure(bomb).message).toContain("aliases");
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test("YAML with a few aliases is fine", () => {
    const shared = { ...ok };
    const source = stringify({
      openapi: "3.0.0",
      servers: [{ url: "https://a.example" }],
      paths: { "/a": { get: shared, post: shared } },
    });
    expect(source).toContain("&");
    expect(importOpenApi(source).operations.every((operation) => operation.definition)).toBe(true);
  });
});
