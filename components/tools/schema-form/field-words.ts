import { schemaForm } from "#lib/messages/en/schema-form.ts";
import { translator } from "#lib/messages/translate.ts";
import type { FieldModel } from "#lib/tools/form/field-model.ts";

export const t = translator(schemaForm);

/** A value of any kind in one line of text. */
export function valueText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The pale text in an empty control. */
export function placeholderOf(field: FieldModel): string | undefined {
  if (field.example !== undefined) return t("example", { value: valueText(field.example) });
  if (field.standard !== undefined) return t("standard", { value: valueText(field.standard) });
  return undefined;
}

function limits(field: FieldModel): string | undefined {
  if (field.kind !== "number") return undefined;
  const { minimum: from, maximum: to } = field;
  if (from !== undefined && to !== undefined) return t("range", { from, to });
  if (from !== undefined) return t("atLeast", { from });
  return to === undefined ? undefined : t("atMost", { to });
}

/** The line under a label: what the schema says, its limits, and whatever the control adds. */
export function hintOf(field: FieldModel, ...more: (string | undefined)[]): string | undefined {
  const deprecated = field.isDeprecated ? t("deprecated") : undefined;
  const parts = [field.hint, limits(field), deprecated, ...more].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : undefined;
}
