import type { JsonSchema } from "#lib/catalog/operation.ts";
import type { FieldProblem } from "#lib/errors.ts";
import { chooseBranch } from "#lib/tools/form/choose-branch.ts";
import { type FieldPath, UnreadText } from "#lib/tools/form/draft.ts";
import { describeField } from "#lib/tools/form/field.ts";
import type { FieldModel, InnerField } from "#lib/tools/form/field-model.ts";
import { formatPointer, isJsonObject } from "#lib/tools/json-object.ts";
import { isSafePattern } from "#lib/tools/safe-pattern.ts";

function isMissing(field: FieldModel, draft: unknown): boolean {
  if (draft !== "") return draft === undefined;
  return field.kind !== "options" || !field.options.some((option) => option.value === "");
}

function textProblem(draft: string, schema: Readonly<Record<string, unknown>>): string | undefined {
  const { minLength, maxLength, pattern } = schema;
  const length = [...draft].length;
  if (typeof minLength === "number" && length < minLength)
    return `must have at least ${minLength} characters.`;
  if (typeof maxLength === "number" && length > maxLength)
    return `must have at most ${maxLength} characters.`;
  if (typeof pattern !== "string" || !isSafePattern(pattern)) return undefined;
  return new RegExp(pattern).test(draft) ? undefined : `does not have the expected form (${pattern}).`;
}

function numberProblem(draft: number, field: FieldModel & { kind: "number" }): string | undefined {
  if (field.minimum !== undefined && draft < field.minimum) return `must be at least ${field.minimum}.`;
  if (field.maximum !== undefined && draft > field.maximum) return `must be at most ${field.maximum}.`;
  return field.step === 1 && !Number.isInteger(draft) ? "must be a whole number." : undefined;
}

function ownProblem(field: FieldModel, draft: unknown): string | undefined {
  if (draft instanceof UnreadText) return "is not JSON.";
  if (field.kind === "text" && typeof draft === "string") return textProblem(draft, field.schema);
  if (field.kind === "number") {
    return typeof draft === "number" ? numberProblem(draft, field) : "must be a number.";
  }
  if (field.kind === "list" && Array.isArray(draft)) {
    if (draft.length < field.minItems) return `needs at least ${field.minItems} entries.`;
    if (draft.length > field.maxItems) return `may have at most ${field.maxItems} entries.`;
  }
  return undefined;
}

function innerParts(
  field: FieldModel,
  draft: unknown,
): { inner: InnerField; value: unknown; step: string | number }[] {
  if (field.kind === "group" && isJsonObject(draft)) {
    return field.fields.map((inner) => ({
      inner,
      value: Object.hasOwn(draft, inner.name) ? draft[inner.name] : undefined,
      step: inner.name,
    }));
  }
  if (field.kind !== "list" || !Array.isArray(draft)) return [];
  return draft.map((value, index) => {
    const schema = field.first[index] ?? field.items ?? true;
    return { inner: { name: String(index + 1), schema, isRequired: false }, value, step: index };
  });
}

function check(
  inner: InnerField,
  draft: unknown,
  root: JsonSchema,
  path: FieldPath,
  depth = 0,
): FieldProblem[] {
  const field = describeField(inner, root, depth);
  if (isMissing(field, draft)) {
    const isWanted = field.isRequired && !field.isNullable && field.kind !== "constant";
    return isWanted ? [{ path: formatPointer(path), message: "is missing." }] : [];
  }
  if (draft === null && field.isNullable) return [];
  if (field.kind === "choice") {
    const branch = field.branches[chooseBranch(draft, field.branches, root)];
    return check({ ...inner, schema: branch?.schema }, draft, root, path, depth + 1);
  }
  const own = ownProblem(field, draft);
  if (own) return [{ path: formatPointer(path), message: own }];
  return innerParts(field, draft).flatMap((part) =>
    check(part.inner, part.value, root, [...path, part.step], depth + 1),
  );
}

/**
 * What can be seen to be wrong with a draft before it is sent; `path` is a JSON pointer. The server checks the
 * whole schema.
 */
export function checkDraft(schema: JsonSchema, draft: unknown): FieldProblem[] {
  return check({ name: "input", schema, isRequired: true }, draft === undefined ? {} : draft, schema, []);
}

/** The label of the field at a JSON pointer, for a list of errors; the last name where it is not known. */
export function labelAt(schema: JsonSchema, draft: unknown, steps: FieldPath): string {
  let field = describeField({ name: "input", schema, isRequired: true }, schema);
  let value = draft;
  const labels: string[] = [];
  for (const [depth, step] of steps.entries()) {
    if (field.kind === "choice") {
      const branch = field.branches[chooseBranch(value, field.branches, schema)];
      field = describeField({ name: "input", schema: branch?.schema, isRequired: true }, schema, depth);
    }
    const entry = Number(step);
    const inner =
      field.kind === "group"
        ? (field.fields.find((one) => one.name === step) ?? {
            name: String(step),
            schema: field.others ?? true,
            isRequired: false,
          })
        : {
            name: String(entry + 1),
            schema: field.kind === "list" ? (field.first[entry] ?? field.items ?? true) : true,
            isRequired: false,
          };
    value = Array.isArray(value) ? value[entry] : isJsonObject(value) ? value[String(step)] : undefined;
    field = describeField(inner, schema, depth + 1);
    labels.push(field.label);
  }
  return labels.join(" › ");
}
