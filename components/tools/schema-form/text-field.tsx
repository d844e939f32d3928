"use client";

import { hintOf, placeholderOf, valueText } from "#components/tools/schema-form/field-words.ts";
import { type FieldProps, useFieldError, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { NullChoice } from "#components/tools/schema-form/null-choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

/** A text of one line or several. */
export function TextField({ field, id, path, value, label, hideLabel }: FieldProps<"text">) {
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
        {(control) => {
          const shared = {
            ...control,
            value: value === undefined || value === null ? "" : valueText(value),
            placeholder: placeholderOf(field),
            disabled: disabled || value === null,
            autoComplete: "off",
          };
          const take = (text: string) => change(path, text === "" ? undefined : text);
          return field.isLong ? (
            <Textarea {...shared} className="max-h-80" onChange={(event) => take(event.target.value)} />
          ) : (
            <Input {...shared} type={field.inputType} onChange={(event) => take(event.target.value)} />
          );
        }}
      </Field>
      <NullChoice field={field} path={path} value={value} />
    </div>
  );
}
