"use client";

import { t } from "#components/tools/schema-form/field-words.ts";
import { useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { FieldPath } from "#lib/tools/form/draft.ts";
import type { FieldModel } from "#lib/tools/form/field-model.ts";

/** Lets a person send null on purpose, where leaving the field out would mean something else. */
export function NullChoice({ field, path, value }: { field: FieldModel; path: FieldPath; value: unknown }) {
  const { change, disabled } = useSchemaForm();
  if (!field.isNullable || field.isRequired) return null;
  return (
    <Checkbox
      label={t("sendNull")}
      checked={value === null}
      disabled={disabled}
      onChange={(event) => change(path, event.target.checked ? null : undefined)}
    />
  );
}
