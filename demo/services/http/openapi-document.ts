import { z } from "zod";
import { type JsonObject, type NamedSchemas, type OpenApiVersion, toOpenApiSchema } from "./json-schema.ts";
import type { Operation } from "./operation.ts";
import { type ProblemStatus, problemTitles } from "./problem.ts";
import type { ServiceDefinition } from "./service.ts";

const problemSchema = z
  .strictObject({
    type: z.string().describe("Always about:blank."),
    title: z.string().describe("What kind of refusal this is."),
    status: z.int().describe("The HTTP status again."),
    detail: z.string().describe("What went wrong, in one sentence for people."),
    errors: z
      .array(z.strictObject({ field: z.string().describe("Name of the value."), message: z.string() }))
      .optional()
      .describe("One entry per wrong value."),
  })
  .meta({ id: "Problem" });

const idempotencyKeyParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Any text of your own, new for each request. A repeated request with the same key answers with the first result and stores nothing twice.",
  schema: { type: "string", minLength: 8, maxLength: 128 },
  example: "7f3c2f1e-20d4-4b8e",
};

function parametersOf(operation: Operation, version: OpenApiVersion, named: NamedSchemas): JsonObject[] {
  const parameters: JsonObject[] = [];
  const places = [
    ["path", operation.pathInput],
    ["query", operation.queryInput],
    ["header", operation.headerInput],
  ] as const;
  for (const [place, shape] of places) {
    if (shape === undefined) continue;
    for (const [name, field] of Object.entries(shape.shape)) {
      const { description, example, examples, explode, ...rest } = toOpenApiSchema(
        field as z.ZodType,
        version,
        "input",
        named,
      );
      const { "x-weft-fill": fill, ...schema } = rest;
      const firstExample = example ?? (Array.isArray(examples) ? examples[0] : undefined);
      parameters.push({
        name,
        in: place,
        required: place === "path" || !(field as z.ZodType).safeParse(undefined).success,
        ...(description === undefined ? {} : { description }),
        ...(place === "query" && schema.type === "array"
          ? { style: "form", explode: explode !== false }
          : {}),
        ...(fill === undefined ? {} : { "x-weft-fill": fill }),
        schema,
        ...(firstExample === undefined ? {} : { example: firstExample }),
      });
    }
  }
  if (operation.idempotent) parameters.push(idempotencyKeyParameter);
  return parameters;
}

function refusalsOf(operation: Operation, service: ServiceDefinition): JsonObject {
  const reasons: Partial<Record<ProblemStatus, string>> = {
    ...(service.security === undefined ? {} : { 401: "The credential is missing or wrong." }),
    422: "At least one value is not valid; `errors` names each.",
    ...operation.refusals,
  };
  return Object.fromEntries(
    Object.entries(reasons).map(([status, reason]) => [
      status,
      {
        description: reason || problemTitles[Number(status) as ProblemStatus],
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

function operationObject(operation: Operation, service: ServiceDefinition, named: NamedSchemas): JsonObject {
  const { success } = operation;
  const version = service.openapi;
  return {
    operationId: operation.operationId,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    parameters: parametersOf(operation, version, named),
    ...(operation.bodyInput === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: toOpenApiSchema(operation.bodyInput, version, "input", named),
                ...(operation.bodyExamples === undefined ? {} : { examples: operation.bodyExamples }),
              },
            },
          },
        }),
    responses: {
      [String(success.status)]: {
        description: success.description,
        ...(success.schema === undefined
          ? {}
          : {
              content: {
                "application/json": {
                  schema: toOpenApiSchema(success.schema, version, "output", named),
                  ...(success.example === undefined ? {} : { example: success.example }),
                },
              },
            }),
      },
      ...refusalsOf(operation, service),
    },
  };
}

/** The OpenAPI document of a service, made from the schemas that also check its requests. */
export function openApiDocument(service: ServiceDefinition, origin: string): JsonObject {
  const named: NamedSchemas = new Map();
  toOpenApiSchema(problemSchema, service.openapi, "output", named);
  const paths: Record<string, JsonObject> = {};
  for (const operation of service.operations) {
    const path = paths[operation.path] ?? {};
    path[operation.method] = operationObject(operation, service, named);
    paths[operation.path] = path;
  }
  const tagNames = new Set(service.operations.map((operation) => operation.tag));
  return {
    openapi: service.openapi,
    info: {
      title: service.title,
      version: service.version,
      description: service.description,
      contact: { name: service.contact.name, email: service.contact.email },
    },
    servers: [{ url: `${origin}${service.basePath}`, description: "Northmere" }],
    tags: [...tagNames].map((name) => ({ name, description: service.tags[name] ?? name })),
    ...(service.security === undefined ? {} : { security: [{ [service.security.name]: [] }] }),
    paths,
    components: {
      schemas: Object.fromEntries([...named].sort(([a], [b]) => a.localeCompare(b))),
      ...(service.security === undefined
        ? {}
        : { securitySchemes: { [service.security.name]: service.security.scheme } }),
    },
  };
}
