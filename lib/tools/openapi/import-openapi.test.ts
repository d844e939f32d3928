import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { operationDefinitionSchema } from "#lib/catalog/operation.ts";
import { AppError } from "#lib/errors.ts";
import { type ImportedDocument, importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";

type Part = Record<string, unknown>;
const ok = { responses: { 200: { description: "ok" } } };

function openApi(parts: Part): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Tickets", version: "1.2.0" },
    servers: [{ url: "https://tickets.example/api/" }],
    ...parts,
  });
}

function only(document: ImportedDocument) {
  const [operation] = document.operations;
  if (!operation?.definition) throw new Error(JSON.stringify(document, null, 2));
  return { ...operation.definition, problems: operation.problems };
}

function failure(source: string): AppError {
  try {
    importOpenApi(source);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("the document was accepted");
}

const ticket = {
  type: "object",
  required: ["id", "title", "customer"],
  properties: {
    id: { type: "string", readOnly: true },
    title: { type: "string", minLength: 1, example: "No sync" },
    customer: { $ref: "#/components/schemas/Customer" },
    pin: { type: "string", writeOnly: true },
  },
};
const customer = { type: "object", properties: { name: { type: "string" } } };

describe("a whole operation", () => {
  const source = openApi({
    components: {
      schemas: { Ticket: ticket, Customer: customer },
      parameters: {
        page: { name: "page", in: "query", schema: { type: "integer", minimum: 1 }, example: 1 },
      },
      securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    },
    security: [{ key: [] }],
    paths: {
      "/customers/{id}/tickets": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" }, example: 7 }],
        post: {
          operationId: "createTicket",
          summary: "Create a ticket",
          parameters: [
            { $ref: "#/components/parameters/page" },
            { name: "id", in: "query", schema: { type: "string" } },
            { name: "X-Key", in: "header", schema: { type: "string" } },
            { name: "Idempotency-Key", in: "header", schema: { type: "string" } },
            { name: "filter[state]", in: "query", style: "deepObject", schema: { type: "object" } },
          ],
          requestBody: {
            required: true,
            content: { "application/json": { schema: { $ref: "#/components/schemas/Ticket" } } },
          },
          responses: {
            201: { content: { "application/json": { schema: { $ref: "#/components/schemas/Ticket" } } } },
          },
        },
      },
    },
  });
  const operation = only(importOpenApi(source));

  test("is a valid definition with a flat input without clashes", () => {
    const { problems, ...definition } = operation;
    expect(problems).toEqual([]);
    expect(operationDefinitionSchema.parse(definition)).toEqual(definition);
    expect(definition.inputSchema).toMatchObject({
      required: ["id", "title", "customer"],
      additionalProperties: false,
      properties: {
        id: { type: "integer" },
        page: { type: "integer", minimum: 1 },
        query_id: { type: "string" },
        filter_state: { type: "object" },
        title: { type: "string", examples: ["No sync"] },
        customer: { $ref: "#/$defs/Customer" },
        pin: { writeOnly: true },
      },
      $defs: { Customer: customer },
    });
  });

  test("knows how each value is sent", () => {
    expect(operation.binding).toMatchObject({
      serverUrl: "https://tickets.example/api",
      method: "POST",
      parameters: [
        { name: "id", in: "path", style: "simple", property: "id", required: true },
        { name: "page", in: "query", style: "form", explode: true, property: "page" },
        { name: "id", in: "query", property: "query_id" },
        { name: "filter[state]", style: "deepObject", property: "filter_state" },
      ],
      body: {
        fields: [
          { name: "title", property: "title" },
          { name: "customer", property: "customer" },
          { name: "pin", property: "pin" },
        ],
      },
      security: [{ scheme: "apiKey", in: "header", name: "X-Key", secretName: "key" }],
    });
  });

  test("shows in answers what the server writes and hides what only the caller writes", () => {
    const { outputSchema } = operation;
    expect(outputSchema).toMatchObject({ $defs: { Ticket: { properties: { id: { readOnly: true } } } } });
    expect(JSON.stringify(outputSchema)).not.toContain("pin");
  });

  test("checks arguments", () => {
    expect(checkArguments(operation.inputSchema, { id: 1, title: "x", customer: { name: "y" } })).toEqual([]);
    expect(checkArguments(operation.inputSchema, { id: "1", title: "", colour: 1 })).toEqual([
      { path: "/customer", message: "is missing." },
      { path: "/colour", message: "is not an input here." },
      { path: "/id", message: "must be a whole number." },
      { path: "/title", message: "must not be empty." },
    ]);
  });
});

describe("names and annotations", () => {
  const document = importOpenApi(
    openApi({
      paths: {
        "/tickets/{id}": {
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          get: { ...ok },
          put: { ...ok, operationId: "save ticket/now!" },
          delete: { ...ok, operationId: "gone" },
          patch: { ...ok, operationId: "gone" },
        },
        "/search": { post: { ...ok, "x-weft-read-only": true } },
      },
    }),
  );
  test.each([
    ["get_tickets_by_id", { readOnly: true, destructive: false, idempotent: true, openWorld: false }],
    ["save_ticket_now", { readOnly: false, destructive: false, idempotent: true, openWorld: false }],
    ["gone", { readOnly: false, destructive: true, idempotent: true, openWorld: false }],
    ["gone_2", { readOnly: false, destructive: false, idempotent: false, openWorld: false }],
    ["post_search", { readOnly: true, destructive: false, idempotent: true, openWorld: false }],
  ])("%s", (name, annotations) => {
    const found = document.operations.find((operation) => operation.name === name);
    expect(found?.definition?.annotations).toEqual(annotations);
  });

  test("a selection imports nothing else", () => {
    const source = openApi({ paths: { "/a": { get: ok, post: ok } } });
    expect(importOpenApi(source, { select: ["post_a"] }).operations.map((one) => one.name)).toEqual([
      "post_a",
    ]);
  });
});

describe("OpenAPI 3.0", () => {
  const body = (schema: Part) =>
    JSON.stringify({
      openapi: "3.0.3",
      servers: [{ url: "https://{region}.example", variables: { region: { default: "eu" } } }],
      paths: {
        "/a": {
          post: {
            requestBody: { required: true, content: { "application/json": { schema } } },
            responses: {},
          },
        },
      },
    });
  const inputOf = (schema: Part) => only(importOpenApi(body(schema)));

  test("words of its own become JSON Schema 2020-12", () => {
    const operation = inputOf({
      type: "object",
      properties: {
        note: { type: "string", nullable: true },
        state: { type: "string", enum: ["a", "b"], nullable: true },
        share: { type: "number", minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: false },
        either: { oneOf: [{ type: "string" }, { type: "integer" }], nullable: true },
      },
    });
    expect(operation.problems).toEqual([]);
    expect(operation.inputSchema).toMatchObject({
      properties: {
        note: { type: ["string", "null"] },
        state: { type: ["string", "null"], enum: ["a", "b", null] },
        share: { type: "number", exclusiveMinimum: 0, maximum: 1 },
        either: { anyOf: [{ oneOf: [{ type: "string" }, { type: "integer" }] }, { type: "null" }] },
      },
    });
    expect(operation.binding).toMatchObject({ serverUrl: "https://eu.example" });
    expect(
      checkArguments(operation.inputSchema, { note: null, state: null, share: 0.5, either: null }),
    ).toEqual([]);
    expect(checkArguments(operation.inputSchema, { share: 0 })[0]?.message).toBe("must be more than 0.");
  });

  test("keywords in a wrong form are left out and named, the rest stays", () => {
    const operation = inputOf({
      type: "object",
      properties: { a: { type: "date", required: true, minLength: "3", pattern: "(" } },
    });
    expect(operation.inputSchema).toMatchObject({ properties: { a: { pattern: "(" } } });
    expect(operation.problems.map((problem) => problem.place.split(" › ").at(-1))).toEqual([
      "a",
      "minLength",
      "required",
    ]);
  });

  test.each([
    ["a list", { type: "array", items: { type: "string" } }],
    ["a choice", { oneOf: [{ type: "object" }, { type: "string" }] }],
    ["an open object", { type: "object", properties: { a: {} }, additionalProperties: true }],
  ])("%s stays whole under body", (_, schema) => {
    const operation = inputOf(schema);
    expect(operation.binding).toMatchObject({ body: { property: "body" } });
    expect(operation.inputSchema).toMatchObject({ required: ["body"] });
  });
});

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
    const { inputSchema } = only(get({ $ref: "#/components/schemas/Node" }, { Node: node }));
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
    const { inputSchema } = only(
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
    const operation = only(importOpenApi(openApi({ paths: { "/t/{id}": { get: ok } } })));
    expect(operation.inputSchema).toMatchObject({ required: ["id"], properties: { id: { type: "string" } } });
    expect(operation.problems).toHaveLength(1);
  });

  test("without a server it asks for one", () => {
    const source = openApi({ servers: [{ url: "/api" }], paths: { "/a": { get: ok } } });
    expect(importOpenApi(source).operations[0]?.problems[0]?.message).toContain("server address");
    const completed = importOpenApi(source, { documentUrl: "https://docs.example/v1/openapi.json" });
    expect(only(completed).binding).toMatchObject({ serverUrl: "https://docs.example/api" });
    const replaced = importOpenApi(source, { serverUrl: "https://other.example/" });
    expect(only(replaced).binding).toMatchObject({ serverUrl: "https://other.example" });
  });
});

describe("a document that cannot be read", () => {
  test.each([
    ["not a document", "hello", "not an object"],
    ["a list", "[1]", "not an object"],
    ["YAML with a mistake", "openapi: 3.1.0\npaths:\n  - a\n b: 1", "Line"],
    ["JSON with a mistake", '{"openapi": "3.1.0",\n "paths": }', "not valid JSON"],
    ["JSON that ends too early", '{"openapi": "3.1.0",\n "paths": {', "Line 2"],
    ["version 2", "swagger: '2.0'", "Convert"],
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

test("sign-in: alternatives, tokens, and what is not supported", () => {
  const document = importOpenApi(
    openApi({
      components: {
        securitySchemes: {
          digest: { type: "http", scheme: "digest" },
          token: { type: "http", scheme: "Bearer" },
          user: { type: "http", scheme: "basic" },
          login: { type: "oauth2", flows: {} },
        },
      },
      paths: {
        "/a": { get: { ...ok, security: [{ digest: [] }, { token: [], user: [] }] } },
        "/b": { get: { ...ok, security: [{ login: ["read"] }] } },
        "/c": { get: { ...ok, security: [] } },
      },
    }),
  );
  expect(document.operations.map((one) => one.definition?.binding)).toMatchObject([
    {
      security: [
        { scheme: "bearer", secretName: "token" },
        { scheme: "basic", secretName: "user" },
      ],
    },
    { security: [{ scheme: "bearer", secretName: "login" }] },
    { security: [] },
  ]);
  expect(document.problems.map((problem) => problem.place)).toEqual([
    "components › securitySchemes › digest",
    "components › securitySchemes › login",
  ]);
});
