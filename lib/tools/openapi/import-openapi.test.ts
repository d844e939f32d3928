import { describe, expect, test } from "vitest";
import { operationDefinitionSchema } from "#lib/catalog/operation.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { firstOperation, ok, openApi } from "#lib/tools/testing/openapi-document.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";

type Part = Record<string, unknown>;

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
  const operation = firstOperation(importOpenApi(source));

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

describe("a parameter that the portal fills", () => {
  const post = (more: Part) => ({
    ...ok,
    parameters: [
      { name: "X-On-Behalf-Of", in: "header", required: true, schema: { type: "string" }, ...more },
      { name: "page", in: "query", schema: { type: "integer" }, example: 1 },
    ],
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: { type: "object", properties: { "X-On-Behalf-Of": { type: "boolean" } } },
        },
      },
    },
  });
  const imported = (more: Part) =>
    firstOperation(importOpenApi(openApi({ paths: { "/a": { post: post(more) } } })));

  test("is sent by the operation and is no input of it", () => {
    const { problems, ...definition } = imported({ "x-weft-fill": "viewer.email" });
    expect(problems).toEqual([]);
    expect(operationDefinitionSchema.parse(definition)).toEqual(definition);
    expect(definition.binding).toMatchObject({
      parameters: [
        { name: "X-On-Behalf-Of", in: "header", required: true, fill: "viewer.email" },
        { name: "page" },
      ],
    });
    // The body's member of the same name is somebody else's, and keeps its name.
    expect(definition.inputSchema).toEqual({
      type: "object",
      properties: { page: { type: "integer" }, "X-On-Behalf-Of": { type: "boolean" } },
      additionalProperties: false,
    });
    expect(definition.exampleInput).toEqual({ page: 1 });
    expect(checkArguments(definition.inputSchema, { "X-On-Behalf-Of": "eve@acme.example" })).toHaveLength(1);
  });

  test("is an ordinary input when the document does not say so", () => {
    const { inputSchema, binding } = imported({});
    expect(inputSchema).toMatchObject({ required: ["X-On-Behalf-Of"] });
    expect(JSON.stringify(binding)).not.toContain("fill");
  });

  test.each(["path", "query"])("may stand in the %s", (where) => {
    const parameters = [{ name: "who", in: where, schema: {}, "x-weft-fill": "viewer.id" }];
    const source = openApi({
      paths: { [where === "path" ? "/a/{who}" : "/a"]: { get: { ...ok, parameters } } },
    });
    expect(firstOperation(importOpenApi(source))).toMatchObject({
      inputSchema: { properties: {} },
      binding: { parameters: [{ in: where, fill: "viewer.id" }] },
      problems: [],
    });
  });

  test.each([
    ["viewer.salary", "header", '"viewer.salary" is not known.'],
    [true, "header", '"true" is not known.'],
    ["viewer.email", "cookie", "cookies are not filled."],
  ])("%s in a %s makes the operation unusable, rather than an input", (fill, where, message) => {
    const source = openApi({ paths: { "/a": { post: post({ in: where, "x-weft-fill": fill }), get: ok } } });
    const { operations } = importOpenApi(source);
    const [bad, good] = [
      operations.find((one) => one.method === "POST"),
      operations.find((one) => one.method === "GET"),
    ];
    expect(bad).toMatchObject({ definition: undefined, problems: [{ message }] });
    expect(bad?.problems[0]?.place).toBe("paths › /a › post › parameters › 0 › x-weft-fill");
    expect(good?.definition).toBeDefined();
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
  const inputOf = (schema: Part) => firstOperation(importOpenApi(body(schema)));

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
