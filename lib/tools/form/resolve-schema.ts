import type { JsonSchema } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject, parsePointer, valueAt } from "#lib/tools/json-object.ts";

const maxHops = 20;

function mergeInto(target: JsonObject, part: JsonObject): JsonObject {
  const merged: JsonObject = { ...target, ...part };
  if (isJsonObject(target.properties) && isJsonObject(part.properties)) {
    merged.properties = { ...target.properties, ...part.properties };
  }
  if (Array.isArray(target.required) && Array.isArray(part.required)) {
    merged.required = [...new Set([...target.required, ...part.required])];
  }
  return merged;
}

/**
 * A schema as one object: references inside of `root` followed, `allOf` folded in, words beside a reference
 * kept. What cannot be followed is left out, so that at worst any value may be entered.
 */
export function resolveSchema(schema: unknown, root: JsonSchema, hops = 0): JsonObject {
  if (!isJsonObject(schema) || hops > maxHops) return {};
  let resolved: JsonObject = {};
  const { $ref, allOf, ...own } = schema;
  if (typeof $ref === "string") {
    const steps = parsePointer($ref);
    resolved = steps ? resolveSchema(valueAt(root, steps), root, hops + 1) : {};
  }
  for (const part of Array.isArray(allOf) ? allOf : []) {
    resolved = mergeInto(resolved, resolveSchema(part, root, hops + 1));
  }
  return mergeInto(resolved, own);
}

/** The types that a resolved schema names, or that its other keywords give away. */
export function typesOf(schema: JsonObject): string[] {
  if (Array.isArray(schema.type)) return schema.type.filter((type) => typeof type === "string");
  if (typeof schema.type === "string") return [schema.type];
  if (isJsonObject(schema.properties) || isJsonObject(schema.additionalProperties)) return ["object"];
  if (schema.items !== undefined || schema.prefixItems !== undefined) return ["array"];
  return [];
}

function isNullSchema(schema: unknown): boolean {
  return isJsonObject(schema) && (schema.type === "null" || schema.const === null);
}

/** Takes "or null" out of a resolved schema and says whether it was there. */
export function withoutNull(
  schema: JsonObject,
  root: JsonSchema,
): { schema: JsonObject; isNullable: boolean } {
  for (const keyword of ["anyOf", "oneOf"] as const) {
    const branches = schema[keyword];
    if (!Array.isArray(branches) || !branches.some(isNullSchema)) continue;
    const { [keyword]: _, ...own } = schema;
    const others = branches.filter((branch) => !isNullSchema(branch));
    const [only] = others;
    const rest = others.length === 1 ? resolveSchema(only, root) : { [keyword]: others };
    return { schema: mergeInto(rest, own), isNullable: true };
  }
  const types = typesOf(schema);
  if (!types.includes("null") || types.length < 2) return { schema, isNullable: types.includes("null") };
  const [first, ...more] = types.filter((type) => type !== "null");
  const rest: JsonObject = { ...schema, type: more.length === 0 ? first : [first, ...more] };
  if (Array.isArray(rest.enum)) rest.enum = rest.enum.filter((value) => value !== null);
  return { schema: rest, isNullable: true };
}
