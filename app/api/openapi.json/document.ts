import { z } from "zod";
import { type AnyRouteDefinition, defaultBodyBytes } from "#app/api/define-route.ts";
import { errorAnswerSchema } from "#lib/http/error-answer.ts";

type JsonObject = Record<string, unknown>;

function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
  }) as JsonObject;
  return rest;
}

function parametersOf(schema: z.ZodType | undefined, place: "path" | "query"): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input") as {
    properties?: Record<string, JsonObject>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

function operationOf(definition: AnyRouteDefinition): JsonObject {
  const { response } = definition;
  const content =
    response instanceof z.ZodType
      ? { "application/json": { schema: jsonSchema(response, "output") } }
      : { [response.mediaType]: { schema: { type: "string" } } };
  const isOpen = definition.permission === "public";
  const refusal = { $ref: "#/components/responses/Refusal" };
  return {
    summary: definition.summary,
    operationId: `${definition.method.toLowerCase()}${definition.path.replace(/^\/api/, "").replace(/[^A-Za-z0-9]+(.)?/g, (_, next?: string) => (next ?? "").toUpperCase())}`,
    tags: [definition.path.split("/")[2] ?? "api"],
    ...(isOpen ? { security: [] } : { "x-weft-permission": definition.permission }),
    ...(definition.keyScope
      ? { security: [{ session: [] }, { accessKey: [] }], "x-weft-key-scope": definition.keyScope }
      : {}),
    parameters: [...parametersOf(definition.params, "path"), ...parametersOf(definition.query, "query")],
    ...(definition.body
      ? {
          "x-weft-max-body-bytes": definition.maxBodyBytes ?? defaultBodyBytes,
          requestBody: {
            required: true,
            content: { "application/json": { schema: jsonSchema(definition.body, "input") } },
          },
        }
      : {}),
    responses: {
      [String(definition.status ?? 200)]: { description: "Done.", content },
      ...(isOpen ? {} : { "401": refusal, "403": refusal }),
      ...(definition.params ? { "404": refusal } : {}),
      ...(definition.body || definition.query || definition.params ? { "422": refusal } : {}),
    },
  };
}

/** The document's own route: it cannot stand in the list that it is made from. */
const self: AnyRouteDefinition = {
  method: "GET",
  path: "/api/openapi.json",
  summary: "This document",
  permission: "public",
  response: { mediaType: "application/json" },
  handler: () => Promise.reject(new Error("described only")),
};

/** The portal's own JSON API as an OpenAPI 3.1 document, generated from the schemas that check each request. */
export function openApiDocument(definitions: readonly AnyRouteDefinition[]): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const definition of [...definitions, self]) {
    const path = paths[definition.path] ?? {};
    path[definition.method.toLowerCase()] = operationOf(definition);
    paths[definition.path] = path;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Weft internal API",
      version: "1",
      description:
        "What the portal's own pages call. You are signed in by the session cookie; requests that change something need the portal's own Origin. Operations with x-weft-key-scope also take an access key of that scope as a bearer token.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    security: [{ session: [] }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "weft-session" },
        accessKey: { type: "http", scheme: "bearer", description: "A key that you made at /my/keys." },
      },
      responses: {
        Refusal: {
          description: "Refused or not understood: what is wrong, where, and what to do.",
          content: { "application/json": { schema: jsonSchema(errorAnswerSchema, "output") } },
        },
      },
    },
  };
}
