import type { JsonSchema } from "#lib/catalog/operation.ts";
import type { FieldKind, FieldOption } from "#lib/tools/form/field-model.ts";
import { resolveSchema, typesOf } from "#lib/tools/form/resolve-schema.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";

export const text = (value: unknown) =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
const number = (value: unknown) => (typeof value === "number" ? value : undefined);
/** Last words of names whose texts run over several lines. */
const longWords: ReadonlySet<string> = new Set([
  "description",
  "body",
  "text",
  "message",
  "comment",
  "comments",
  "note",
  "notes",
  "instructions",
  "content",
  "prompt",
  "reason",
  "summary",
]);
const maxDepth = 16;

function labelOfValue(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function optionsOf(schema: JsonObject, root: JsonSchema): FieldOption[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => ({ label: labelOfValue(value), value }));
  const branches = schema.oneOf ?? schema.anyOf;
  if (!Array.isArray(branches) || branches.length === 0) return undefined;
  const resolved = branches.map((branch) => resolveSchema(branch, root));
  if (!resolved.every((branch) => branch.const !== undefined && !isJsonObject(branch.const)))
    return undefined;
  return resolved.map((branch) => ({
    label: text(branch.title) ?? labelOfValue(branch.const),
    hint: text(branch.description),
    value: branch.const,
  }));
}

function branchLabel(schema: JsonObject, index: number): string {
  const named = text(schema.title);
  if (named) return named;
  const fixed = Object.values(isJsonObject(schema.properties) ? schema.properties : {}).find(
    (inner) => isJsonObject(inner) && typeof inner.const === "string",
  );
  if (isJsonObject(fixed)) return titleFromName(String(fixed.const));
  const [type] = typesOf(schema);
  const words: Record<string, string> = {
    string: "Text",
    integer: "Whole number",
    number: "Number",
    boolean: "Yes or no",
    array: "List",
    object: "Fields",
  };
  const word = words[type ?? ""] ?? "Choice";
  return type === "object" || word === "Choice" ? `${word} ${index + 1}` : word;
}

function branchesOf(schema: JsonObject, root: JsonSchema): { label: string; schema: unknown }[] | undefined {
  const keyword = Array.isArray(schema.oneOf) ? "oneOf" : "anyOf";
  const listed = schema[keyword];
  if (Array.isArray(listed) && listed.length > 0) {
    const { [keyword]: _, title: __, description: ___, ...common } = schema;
    const hasCommon = isJsonObject(common.properties) || common.required !== undefined;
    return listed.map((branch, index) => ({
      label: branchLabel(resolveSchema(branch, root), index),
      schema: hasCommon ? { allOf: [common, branch] } : branch,
    }));
  }
  const types = typesOf(schema);
  if (types.length < 2) return undefined;
  return types.map((type, index) => {
    const one = { ...schema, type, title: undefined, description: undefined };
    return { label: branchLabel(one, index), schema: one };
  });
}

function textKind(schema: JsonObject, name: string): FieldKind {
  const { format } = schema;
  if (format === "date" || format === "date-time" || format === "time") return { kind: format };
  const inputTypes = { email: "email", uri: "url", url: "url", password: "password" } as const;
  const inputType = inputTypes[format as keyof typeof inputTypes] ?? "text";
  const isPlain = format === undefined && schema.pattern === undefined;
  const maxLength = number(schema.maxLength);
  const isLong =
    format === "multiline" ||
    schema["x-weft-multiline"] === true ||
    (isPlain &&
      (maxLength === undefined
        ? longWords.has(titleFromName(name).toLowerCase().split(" ").at(-1) ?? "")
        : maxLength > 200));
  return { kind: "text", inputType, isLong };
}

function numberKind(schema: JsonObject, isInteger: boolean): FieldKind {
  const step = number(schema.multipleOf) ?? (isInteger ? 1 : "any");
  return { kind: "number", minimum: number(schema.minimum), maximum: number(schema.maximum), step };
}

function groupKind(schema: JsonObject): FieldKind {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(properties)
    .filter(([, inner]) => inner !== false && !(isJsonObject(inner) && inner.readOnly === true))
    .map(([name, inner]) => ({ name, schema: inner, isRequired: required.includes(name) }));
  const extra = schema.additionalProperties;
  const patterns = Object.values(isJsonObject(schema.patternProperties) ? schema.patternProperties : {});
  const others = isJsonObject(extra) && Object.keys(extra).length > 0 ? extra : patterns[0];
  if (fields.length === 0 && others === undefined && extra !== false) return { kind: "json" };
  return { kind: "group", fields, others };
}

function listKind(schema: JsonObject, root: JsonSchema): FieldKind {
  const first = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  const minItems = number(schema.minItems) ?? 0;
  const maxItems =
    number(schema.maxItems) ?? (schema.items === false ? first.length : Number.POSITIVE_INFINITY);
  const options = isJsonObject(schema.items) ? optionsOf(resolveSchema(schema.items, root), root) : undefined;
  if (options && first.length === 0 && options.length <= 12 && maxItems > 1)
    return { kind: "several", options };
  return {
    kind: "list",
    first,
    items: schema.items === false ? undefined : (schema.items ?? true),
    minItems,
    maxItems,
  };
}

/** How a resolved schema is drawn; `depth` counts how many fields it lies within. */
export function kindOf(schema: JsonObject, root: JsonSchema, name: string, depth: number): FieldKind {
  if (schema.const !== undefined) return { kind: "constant", value: schema.const };
  const options = optionsOf(schema, root);
  if (options) return { kind: "options", options };
  if (depth > maxDepth) return { kind: "json" };
  const branches = branchesOf(schema, root);
  if (branches) return { kind: "choice", branches };
  switch (typesOf(schema)[0]) {
    case "string":
      return textKind(schema, name);
    case "integer":
      return numberKind(schema, true);
    case "number":
      return numberKind(schema, false);
    case "boolean":
      return { kind: "boolean" };
    case "object":
      return groupKind(schema);
    case "array":
      return listKind(schema, root);
    case "null":
      return { kind: "constant", value: null };
    default:
      return { kind: "json" };
  }
}
