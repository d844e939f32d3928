"use client";

import { hintOf, placeholderOf } from "#components/tools/schema-form/field-words.ts";
import { type FieldProps, useFieldError, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { NullChoice } from "#components/tools/schema-form/null-choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

function read(text: string): number | string | undefined {
  if (text.trim() === "") return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** A number, whole or not, with the limits of its schema. */
export function NumberField({ field, id, path, value, label, hideLabel }: FieldProps<"number">) {
  const { change, disabled } = useSchemaForm();
  const error = useFieldError(path, label);
  return (
    <div className="flex flex-col gap-1">
      <Field
        id={id}
        label={label}
        hideLabel={hideLabel}
        hint={hintOf(field)}
        error={error}
        required={field.isRequired}
      >
        {(control) => (
          <Input
            {...control}
            // A value that is no number, from elsewhere, stays in sight in a text control.
            type={value === undefined || value === null || typeof value === "number" ? "number" : "text"}
            inputMode={field.step === 1 ? "numeric" : "decimal"}
            min={field.minimum}
            max={field.maximum}
            step={field.step}
            value={typeof value === "number" || typeof value === "string" ? value : ""}
            placeholder={placeholderOf(field)}
            disabled={disabled || value === null}
            onChange={(event) => change(path, read(event.target.value))}
          />
        )}
      </Field>
      <NullChoice field={field} path={path} value={value} />
    </div>
  );
}
