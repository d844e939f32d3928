import type { JsonSchema } from "#lib/catalog/operation.ts";
import { resolveSchema, typesOf, withoutNull } from "#lib/tools/form/resolve-schema.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";

/** One line of the docs of an input or an output. */
export type SchemaRow = {
  /** Names from the outside in, such as `customer.name` or `lines[].amount`. */
  readonly path: string;
  readonly depth: number;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  readonly description: string;
  /** Limits and choices in words. */
  readonly rules: readonly string[];
  readonly example: unknown;
  readonly standard: unknown;
};

const maxDepth = 6;
const maxRows = 300;
const asCode = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

function typeWords(schema: JsonObject, root: JsonSchema, depth = 0): string {
  if (depth > maxDepth) return "any";
  const { schema: plain, isNullable } = withoutNull(schema, root);
  const orNull = isNullable ? " or null" : "";
  const branches = plain.oneOf ?? plain.anyOf;
  if (Array.isArray(branches)) {
    const words = branches.map((branch) => typeWords(resolveSchema(branch, root), root, depth + 1));
    return [...new Set(words)].join(" or ") + orNull;
  }
  if (plain.const !== undefined) return asCode(plain.const) + orNull;
  const named = typesOf(plain);
  const chosen = Array.isArray(plain.enum)
    ? plain.enum.map((value) => (value === null ? "null" : typeof value))
    : [];
  const types = named.length > 0 ? named : [...new Set(chosen)];
  const words = types.map((type) => {
    if (type === "array") return `list of ${typeWords(resolveSchema(plain.items, root), root, depth + 1)}`;
    if (type === "string" && typeof plain.format === "string") return plain.format;
    return type;
  });
  return (words.join(" or ") || "any") + orNull;
}

function rulesOf(schema: JsonObject): string[] {
  const rules: string[] = [];
  const add = (keyword: string, words: (value: string) => string) => {
    const value = schema[keyword];
    if (value !== undefined) rules.push(words(asCode(value)));
  };
  if (Array.isArray(schema.enum)) rules.push(`one of ${schema.enum.map(asCode).join(", ")}`);
  add("minimum", (value) => `at least ${value}`);
  add("exclusiveMinimum", (value) => `more than ${value}`);
  add("maximum", (value) => `at most ${value}`);
  add("exclusiveMaximum", (value) => `less than ${value}`);
  add("multipleOf", (value) => `a multiple of ${value}`);
  add("minLength", (value) => (value === "1" ? "not empty" : `at least ${value} characters`));
  add("maxLength", (value) => `at most ${value} characters`);
  add("pattern", (value) => `of the form ${value}`);
  add("minItems", (value) => `at least ${value} entries`);
  add("maxItems", (value) => `at most ${value} entries`);
  if (schema.uniqueItems === true) rules.push("no entry twice");
  return rules;
}

/** The rows of a schema's members, from the outside in. A schema that refers to itself is shown once. */
export function schemaRows(schema: JsonSchema): SchemaRow[] {
  const rows: SchemaRow[] = [];

  function visit(inner: unknown, prefix: string, depth: number, above: readonly unknown[]): void {
    const { schema: resolved } = withoutNull(resolveSchema(inner, schema), schema);
    if (depth > maxDepth || above.length > 2 * maxDepth || above.includes(resolved.properties)) return;
    const seen = [...above, resolved.properties ?? {}];
    const required = Array.isArray(resolved.required) ? resolved.required : [];
    for (const [name, member] of Object.entries(
      isJsonObject(resolved.properties) ? resolved.properties : {},
    )) {
      add(member, prefix ? `${prefix}.${name}` : name, depth, required.includes(name), seen);
    }
    if (isJsonObject(resolved.additionalProperties)) {
      add(resolved.additionalProperties, prefix ? `${prefix}.*` : "*", depth, false, seen);
    }
    for (const branch of [resolved.oneOf, resolved.anyOf].flat()) {
      if (isJsonObject(branch)) visit(branch, prefix, depth, seen);
    }
    if (isJsonObject(resolved.items)) visit(resolved.items, `${prefix}[]`, depth, seen);
  }

  function add(
    member: unknown,
    path: string,
    depth: number,
    isRequired: boolean,
    above: readonly unknown[],
  ): void {
    if (rows.length >= maxRows) return;
    const resolved = resolveSchema(member, schema);
    const type = typeWords(resolved, schema);
    const known = rows.find((row) => row.path === path);
    if (!known) {
      rows.push({
        path,
        depth,
        type,
        isRequired,
        isDeprecated: resolved.deprecated === true,
        description: typeof resolved.description === "string" ? resolved.description : "",
        rules: rulesOf(resolved),
        example: (Array.isArray(resolved.examples) ? resolved.examples[0] : undefined) ?? resolved.example,
        standard: resolved.default,
      });
    }
    visit(member, path, depth + 1, above);
  }

  visit(schema, "", 0, []);
  return rows;
}
