import type { JsonSchema } from "#lib/catalog/operation.ts";
import { resolveSchema, typesOf, withoutNull } from "#lib/tools/form/resolve-schema.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
}

/** How well a value fits a branch, judged by fixed values, types and names; below 0 it does not. */
function score(value: unknown, schema: unknown, root: JsonSchema, depth: number): number {
  const { schema: branch } = withoutNull(resolveSchema(schema, root), root);
  if (branch.const !== undefined) return isSame(branch.const, value) ? 10 : -1;
  if (Array.isArray(branch.enum)) return branch.enum.some((option) => isSame(option, value)) ? 5 : -1;
  const types = typesOf(branch);
  const type = typeOf(value);
  const fits = types.length === 0 || types.includes(type) || (type === "integer" && types.includes("number"));
  if (!fits) return -1;
  if (!isJsonObject(value) || !isJsonObject(branch.properties) || depth > 3) return 1;
  let total = 1;
  for (const [name, inner] of Object.entries(value)) {
    if (!Object.hasOwn(branch.properties, name)) {
      total -= 0.5;
      continue;
    }
    const part = score(inner, branch.properties[name], root, depth + 1);
    if (part < 0 && resolveSchema(branch.properties[name], root).const !== undefined) return -1;
    total += part;
  }
  return Math.max(0, total);
}

/**
 * The branch of a choice that a value belongs to. Where several fit equally well it is `picked`, if that is one
 * of them, or else the first.
 */
export function chooseBranch(
  value: unknown,
  branches: readonly { readonly schema: unknown }[],
  root: JsonSchema,
  picked = 0,
): number {
  if (value === undefined) return picked;
  const scores = branches.map((branch) => score(value, branch.schema, root, 0));
  const best = Math.max(...scores);
  return scores[picked] === best ? picked : Math.max(0, scores.indexOf(best));
}
