"use client";

import { hintOf, valueText } from "#components/tools/schema-form/field-words.ts";
import { type FieldProps, useFieldError, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

/** A value that can only be one thing: shown where it is needed, a box to tick where it is not. */
export function ConstantField({ field, id, path, value, label, hideLabel }: FieldProps<"constant">) {
  const { change, disabled } = useSchemaForm();
  const error = useFieldError(path, label);
  if (field.isRequired) {
    return (
      <Field id={id} label={label} hideLabel={hideLabel} hint={hintOf(field)} error={error}>
        {(control) => <Input {...control} value={valueText(field.value)} readOnly />}
      </Field>
    );
  }
  return (
    <Checkbox
      id={id}
      label={`${label}: ${valueText(field.value)}`}
      hint={hintOf(field)}
      checked={value !== undefined}
      disabled={disabled}
      onChange={(event) => change(path, event.target.checked ? field.value : undefined)}
    />
  );
}
