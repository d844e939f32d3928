"use client";

import { FieldLegend } from "#components/tools/schema-form/field-legend.tsx";
import { hintOf, valueText } from "#components/tools/schema-form/field-words.ts";
import { type FieldProps, useFieldError, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";

/** Any number of a few values, in the order of the schema. */
export function SeveralField({ field, id, path, value, label, hideLabel }: FieldProps<"several">) {
  const { change, disabled } = useSchemaForm();
  const error = useFieldError(path, label);
  const chosen = new Set(Array.isArray(value) ? value.map(valueText) : []);

  function toggle(option: unknown, isChosen: boolean) {
    const key = valueText(option);
    const next = field.options
      .map((one) => one.value)
      .filter((one) => (valueText(one) === key ? isChosen : chosen.has(valueText(one))));
    change(path, next);
  }

  return (
    <fieldset id={id} tabIndex={-1} className="flex min-w-0 flex-col gap-2 max-md:gap-0">
      <legend className={hideLabel ? "sr-only" : "pb-1 font-semibold"}>
        <FieldLegend label={label} hint={hintOf(field)} isRequired={field.isRequired} />
      </legend>
      {field.options.map((option) => (
        <Checkbox
          key={valueText(option.value)}
          label={option.label}
          hint={option.hint}
          checked={chosen.has(valueText(option.value))}
          disabled={disabled}
          onChange={(event) => toggle(option.value, event.target.checked)}
        />
      ))}
      {error && <p className="text-danger text-small">{error}</p>}
    </fieldset>
  );
}
