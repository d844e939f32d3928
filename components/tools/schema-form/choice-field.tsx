"use client";

import { useState } from "react";
import { FieldLegend } from "#components/tools/schema-form/field-legend.tsx";
import { hintOf, t } from "#components/tools/schema-form/field-words.ts";
import { type FieldProps, useFieldError, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { NullChoice } from "#components/tools/schema-form/null-choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { chooseBranch } from "#lib/tools/form/choose-branch.ts";
import { initialValue } from "#lib/tools/form/form-value.ts";

/** One of several forms of a value: the kind first, then its fields. */
export function ChoiceField({ field, id, path, value, label, hideLabel, depth }: FieldProps<"choice">) {
  const { root, change, disabled, Part } = useSchemaForm();
  const error = useFieldError(path, label);
  const [picked, setPicked] = useState<number | null>(null);
  const isLeftOut = value === undefined && picked === null && !field.isRequired;
  const index = chooseBranch(value, field.branches, root, picked ?? undefined);
  const branch = isLeftOut || value === null ? undefined : field.branches[index];

  function pick(text: string) {
    const next = text === "" ? null : Number(text);
    setPicked(next);
    change(path, next === null ? undefined : initialValue(root, field.branches[next]?.schema));
  }

  return (
    // The field of the branch stands at the same path and has the id, and the error, while it is shown.
    <fieldset id={branch ? `${id}-choice` : id} tabIndex={-1} className="flex min-w-0 flex-col gap-2">
      <legend className={hideLabel ? "sr-only" : "pb-1 font-semibold"}>
        <FieldLegend label={label} hint={hintOf(field)} isRequired={field.isRequired} />
      </legend>
      <Field id={`${id}-kind`} label={t("kindOf", { label })} hideLabel error={branch ? undefined : error}>
        {(control) => (
          <Select
            {...control}
            className="max-w-80"
            value={isLeftOut ? "" : String(index)}
            disabled={disabled || value === null}
            onChange={(event) => pick(event.target.value)}
          >
            {!field.isRequired && <option value="">{t("notGiven")}</option>}
            {field.branches.map((one, place) => (
              <option key={`${one.label} ${JSON.stringify(one.schema)}`} value={place}>
                {one.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {branch && (
        <Part
          key={index}
          inner={{ name: branch.label, schema: branch.schema, isRequired: true }}
          path={path}
          value={value}
          depth={depth + 1}
          label={branch.label}
          hideLabel
        />
      )}
      <NullChoice field={field} path={path} value={value} />
    </fieldset>
  );
}
