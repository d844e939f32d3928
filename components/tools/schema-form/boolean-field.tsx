"use client";

import { FieldLegend } from "#components/tools/schema-form/field-legend.tsx";
import { hintOf, t } from "#components/tools/schema-form/field-words.ts";
import { type FieldProps, useFieldError, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";

/** Yes or no. Where leaving it out is not the same as no, both are offered. */
export function BooleanField({ field, id, path, value, label, hideLabel }: FieldProps<"boolean">) {
  const { change, disabled } = useSchemaForm();
  const error = useFieldError(path, label);
  if (!field.isRequired && field.standard !== true && typeof value !== "string") {
    return (
      <div className="flex flex-col gap-1">
        <Checkbox
          id={id}
          label={label}
          hint={hintOf(field)}
          checked={value === true}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          onChange={(event) => change(path, event.target.checked)}
        />
        {error && <p className="text-danger text-small">{error}</p>}
      </div>
    );
  }
  return (
    <div id={id} tabIndex={-1}>
      <RadioGroup
        name={id}
        legend={<FieldLegend label={label} hint={hintOf(field)} isRequired={field.isRequired} />}
        hideLegend={hideLabel}
        inline
        value={typeof value === "boolean" ? String(value) : ""}
        error={error}
        options={[
          { value: "true", label: t("yes"), disabled },
          { value: "false", label: t("no"), disabled },
        ]}
        onValueChange={(chosen) => change(path, chosen === "true")}
      />
    </div>
  );
}
