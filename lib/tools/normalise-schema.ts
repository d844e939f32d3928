import type { JsonSchema } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";

const schemaKeywords: ReadonlySet<string> = new Set([
  "items",
  "additionalItems",
  "additionalProperties",
  "not",
  "if",
  "then",
  "else",
  "contains",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
]);
const listKeywords: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const mapKeywords: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "definitions",
]);
const maxDepth = 60;

function isPattern(value: unknown): boolean {
  try {
    return typeof value === "string" && new RegExp(value) !== undefined;
  } catch {
    return false;
  }
}

function convert(schema: unknown, depth: number): unknown {
  if (!isJsonObject(schema) || depth > maxDepth) return schema;
  const target: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "$schema" || keyword === "$id" || keyword === "id") continue;
    if (keyword === "pattern" && !isPattern(value)) continue;
    if (Array.isArray(value) && (listKeywords.has(keyword) || keyword === "items")) {
      target[keyword] = value.map((inner) => convert(inner, depth + 1));
    } else if (schemaKeywords.has(keyword)) {
      target[keyword] = convert(value, depth + 1);
    } else if (mapKeywords.has(keyword) && isJsonObject(value)) {
      const members = Object.entries(value).map(([name, inner]) => [name, convert(inner, depth + 1)]);
      target[keyword] = Object.fromEntries(members);
    } else {
      target[keyword] = value;
    }
  }
  return modernise(target, depth);
}

/** What draft 7 and older said in other words. */
function modernise(schema: JsonObject, depth: number): JsonObject {
  if (Array.isArray(schema.items)) {
    const { items, additionalItems, ...rest } = schema;
    return {
      ...rest,
      prefixItems: items,
      ...(additionalItems === undefined ? {} : { items: additionalItems }),
    };
  }
  if (isJsonObject(schema.dependencies)) {
    const { dependencies, ...rest } = schema;
    const entries = Object.entries(isJsonObject(dependencies) ? dependencies : {});
    const required = entries.filter(([, value]) => Array.isArray(value));
    const schemas = entries.filter(([, value]) => !Array.isArray(value));
    return {
      ...rest,
      ...(required.length > 0 ? { dependentRequired: Object.fromEntries(required) } : {}),
      ...(schemas.length > 0
        ? {
            dependentSchemas: Object.fromEntries(
              schemas.map(([name, value]) => [name, convert(value, depth + 1)]),
            ),
          }
        : {}),
    };
  }
  return schema;
}

/**
 * The same schema as JSON Schema 2020-12 without a dialect or identity of its own, so that schemas of many
 * tools can be compiled side by side and no reference leads out of its own document.
 */
export function normaliseSchema(schema: JsonSchema): JsonSchema {
  const converted = convert(schema, 0);
  return isJsonObject(converted) || typeof converted === "boolean" ? converted : true;
}
