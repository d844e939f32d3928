import type { JsonSchema } from "#lib/catalog/operation.ts";
import { resolveSchema } from "#lib/tools/form/resolve-schema.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

const deepest = 100;

/** Whether a schema, or one of its branches, calls its value a secret. */
function isSecret(schema: unknown, root: JsonSchema): boolean {
  const { format, writeOnly, anyOf, oneOf } = resolveSchema(schema, root);
  const branches = [anyOf, oneOf].flatMap((some) => (Array.isArray(some) ? some : []));
  return (
    format === "password" ||
    writeOnly === true ||
    branches.some((branch) => {
      const one = resolveSchema(branch, root);
      return one.format === "password" || one.writeOnly === true;
    })
  );
}

/**
 * The values of a form without those whose schema calls them a secret (`format: password` or `writeOnly`), for what is
 * kept or handed on: links, saved forms, code.
 */
export function withoutSecrets(
  schema: JsonSchema,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const clean = strip(schema, values, schema, 0);
  return isJsonObject(clean) ? clean : {};
}

function strip(schema: unknown, value: unknown, root: JsonSchema, depth: number): unknown {
  if (depth > deepest || typeof value !== "object" || value === null) return value;
  const resolved = resolveSchema(schema, root);
  if (Array.isArray(value)) {
    const prefix = Array.isArray(resolved.prefixItems) ? resolved.prefixItems : [];
    return value
      .filter((_, at) => !isSecret(prefix[at] ?? resolved.items, root))
      .map((one, at) => strip(prefix[at] ?? resolved.items, one, root, depth + 1));
  }
  const branches = [resolved.anyOf, resolved.oneOf].flatMap((some) => (Array.isArray(some) ? some : []));
  const objects = [resolved, ...branches.map((branch) => resolveSchema(branch, root))];
  const schemasOf = (name: string) =>
    objects.flatMap(({ properties, additionalProperties }) => {
      const own = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
      return [own ?? (isJsonObject(additionalProperties) ? additionalProperties : undefined)];
    });
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const schemas = schemasOf(name).filter((one) => one !== undefined);
      if (schemas.some((one) => isSecret(one, root))) return [];
      return [[name, schemas.reduce<unknown>((left, one) => strip(one, left, root, depth + 1), member)]];
    }),
  );
}
