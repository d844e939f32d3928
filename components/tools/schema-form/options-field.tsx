"use client";

import { FieldLegend } from "#components/tools/schema-form/field-legend.tsx";
import { hintOf, t, valueText } from "#components/tools/schema-form/field-words.ts";
import { type FieldProps, useFieldError, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { Field } from "#components/ui/field.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import type { FieldOption } from "#lib/tools/form/field-model.ts";

const mostRadios = 4;

function indexOf(options: readonly FieldOption[], value: unknown): number {
  return options.findIndex((option) => JSON.stringify(option.value) === JSON.stringify(value));
}

/** One of a few values: radio buttons when there are at most four and one is needed, a list otherwise. */
export function OptionsField({ field, id, path, value, label, hideLabel }: FieldProps<"options">) {
  const { change, disabled } = useSchemaForm();
  const error = useFieldError(path, label);
  const { options } = field;
  const chosen = value === undefined ? -1 : indexOf(options, value);
  const isForeign = value !== undefined && chosen < 0;
  const standard =
    field.standard === undefined ? undefined : t("standard", { value: valueText(field.standard) });

  if (field.isRequired && options.length <= mostRadios && !isForeign) {
    return (
      <div id={id} tabIndex={-1}>
        <RadioGroup
          name={id}
          legend={<FieldLegend label={label} hint={hintOf(field)} isRequired />}
          hideLegend={hideLabel}
          value={String(chosen)}
          error={error}
          options={options.map((option, index) => ({
            value: String(index),
            label: option.label,
            hint: option.hint,
            disabled,
          }))}
          onValueChange={(index) => change(path, options[Number(index)]?.value)}
        />
      </div>
    );
  }
  return (
    <Field
      id={id}
      label={label}
      hideLabel={hideLabel}
      hint={hintOf(field, standard)}
      error={error}
      required={field.isRequired}
    >
      {(control) => (
        <Select
          {...control}
          value={chosen < 0 ? (isForeign ? "foreign" : "") : String(chosen)}
          disabled={disabled}
          onChange={(event) =>
            change(path, options[event.target.value === "" ? -1 : Number(event.target.value)]?.value)
          }
        >
          <option value="">{t("notGiven")}</option>
          {isForeign && (
            <option value="foreign" disabled>
              {valueText(value)}
            </option>
          )}
          {options.map((option, index) => (
            <option key={valueText(option.value)} value={index}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
