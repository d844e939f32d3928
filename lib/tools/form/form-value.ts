import type { JsonSchema } from "#lib/catalog/operation.ts";
import { chooseBranch } from "#lib/tools/form/choose-branch.ts";
import { UnreadText } from "#lib/tools/form/draft.ts";
import { describeField } from "#lib/tools/form/field.ts";
import type { FieldModel, InnerField } from "#lib/tools/form/field-model.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";

function innerFields(field: FieldModel): readonly InnerField[] {
  return field.kind === "group" ? field.fields : [];
}

function startOf(inner: InnerField, root: JsonSchema, depth: number): unknown {
  const field = describeField(inner, root, depth);
  if (field.standard !== undefined) return field.standard;
  if (field.kind === "constant") return field.isRequired ? field.value : undefined;
  if (!field.isRequired || field.isNullable) return undefined;
  if (field.kind === "choice") {
    return startOf(
      { name: inner.name, schema: field.branches[0]?.schema, isRequired: true },
      root,
      depth + 1,
    );
  }
  if (field.kind === "list") {
    const count = Number.isFinite(field.minItems) ? Math.min(field.minItems, 20) : 0;
    return Array.from({ length: Math.max(count, field.first.length) }, (_, index) => {
      return startOf(
        { name: String(index + 1), schema: field.first[index] ?? field.items, isRequired: true },
        root,
        depth + 1,
      );
    });
  }
  if (field.kind !== "group") return undefined;
  const members = innerFields(field)
    .map((one) => [one.name, startOf(one, root, depth + 1)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(members);
}

/** What a new form begins with: defaults, fixed values, and the required parts that hold them. */
export function initialValue(schema: JsonSchema, of: unknown = schema): unknown {
  return startOf({ name: "input", schema: of, isRequired: true }, schema, 0);
}

function isEmptyPart(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}

function cleanGroup(
  field: FieldModel & { kind: "group" },
  draft: JsonObject,
  root: JsonSchema,
  depth: number,
) {
  const result: JsonObject = {};
  for (const inner of field.fields) {
    const value = clean(
      inner,
      Object.hasOwn(draft, inner.name) ? draft[inner.name] : undefined,
      root,
      depth + 1,
    );
    if (value !== undefined) result[inner.name] = value;
  }
  const named = new Set(field.fields.map((inner) => inner.name));
  for (const [name, value] of Object.entries(draft)) {
    if (named.has(name)) continue;
    const kept =
      field.others === undefined
        ? value
        : clean({ name, schema: field.others, isRequired: true }, value, root, depth + 1);
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

function clean(inner: InnerField, draft: unknown, root: JsonSchema, depth: number): unknown {
  const field = describeField(inner, root, depth);
  const absent = field.isRequired && field.isNullable ? null : undefined;
  const isEmpty = draft === undefined || draft === "" || draft instanceof UnreadText;
  if (field.kind === "constant" && isEmpty) return field.isRequired ? field.value : undefined;
  if (field.kind === "options" && field.options.some((option) => option.value === draft)) return draft;
  if (isEmpty) return absent;
  if (field.kind === "choice") {
    const branch = field.branches[chooseBranch(draft, field.branches, root)];
    return clean({ ...inner, schema: branch?.schema }, draft, root, depth + 1) ?? absent;
  }
  if (field.kind === "group" && isJsonObject(draft)) {
    const members = cleanGroup(field, draft, root, depth);
    return isEmptyPart(members) && !inner.isRequired ? undefined : members;
  }
  if (field.kind === "list" && Array.isArray(draft)) {
    const entries = draft
      .map((entry, index) =>
        clean(
          { name: String(index + 1), schema: field.first[index] ?? field.items ?? true, isRequired: true },
          entry,
          root,
          depth + 1,
        ),
      )
      .filter((entry) => entry !== undefined);
    return entries.length === 0 && !inner.isRequired ? undefined : entries;
  }
  if (field.kind === "several" && isEmptyPart(draft) && !inner.isRequired) return undefined;
  return draft;
}

/**
 * The value to send for a draft: what was left empty is left out (or null where it must be there and may be
 * null), optional parts that hold nothing are left out, fixed values are filled in. A value that holds nothing
 * empty comes out as it was.
 */
export function cleanValue(schema: JsonSchema, draft: unknown): unknown {
  return clean({ name: "input", schema, isRequired: true }, draft, schema, 0);
}
