import { z } from "zod";

export type OpenApiVersion = "3.0.3" | "3.1.0";

export type JsonObject = { [key: string]: unknown };

/** Schemas that have a name, as they stand under `components/schemas`. */
export type NamedSchemas = Map<string, JsonObject>;

// A format says as much as these generated patterns, and people read these documents.
const formatsWithoutPattern = new Set(["date", "date-time", "email"]);

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tidy(value: unknown, version: OpenApiVersion): unknown {
  if (Array.isArray(value)) return value.map((item) => tidy(item, version));
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === "$schema" || key === "id" || key === "definitions" || key === "$defs") continue;
    if (key === "pattern" && formatsWithoutPattern.has(String(value.format))) continue;
    if (key === "maximum" && item === Number.MAX_SAFE_INTEGER) continue;
    if (key === "minimum" && item === Number.MIN_SAFE_INTEGER) continue;
    if (key === "$ref" && typeof item === "string") {
      result[key] = item.replace(/^#\/(definitions|\$defs)\//, "#/components/schemas/");
    } else if (key === "examples" && version === "3.0.3" && Array.isArray(item)) {
      result.example = item[0];
    } else if (key === "examples" || key === "example" || key === "default" || key === "enum") {
      result[key] = item;
    } else if (key === "properties" && isObject(item)) {
      result[key] = Object.fromEntries(
        Object.entries(item).map(([name, schema]) => [name, tidy(schema, version)]),
      );
    } else {
      result[key] = tidy(item, version);
    }
  }
  // OpenAPI 3.0 ignores everything beside a reference.
  if (version === "3.0.3" && "$ref" in result && Object.keys(result).length > 1) {
    const { $ref, ...beside } = result;
    return { allOf: [{ $ref }], ...beside };
  }
  return result;
}

/** The JSON Schema of a zod schema for an OpenAPI version; named schemas are collected into `named`. */
export function toOpenApiSchema(
  schema: z.ZodType,
  version: OpenApiVersion,
  io: "input" | "output",
  named: NamedSchemas,
): JsonObject {
  const target = version === "3.0.3" ? "openapi-3.0" : "draft-2020-12";
  const generated: JsonObject = z.toJSONSchema(schema, { target, io });
  const definitions = generated.$defs ?? generated.definitions;
  for (const [name, definition] of Object.entries(isObject(definitions) ? definitions : {})) {
    const tidied = tidy(definition, version) as JsonObject;
    const known = named.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(tidied)) {
      throw new Error(`Two different schemas are called ${name}`);
    }
    named.set(name, tidied);
  }
  return tidy(generated, version) as JsonObject;
}
