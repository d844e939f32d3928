"use client";

import { t } from "#components/publishing/release/release-words.ts";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

type ReasonFieldProps = {
  id: string;
  label?: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
};

/** Why somebody does something that others read. */
export function ReasonField({ id, label, hint, error, value, onChange, required = true }: ReasonFieldProps) {
  return (
    <Field id={id} label={label ?? t("why")} hint={hint ?? t("whyHint")} error={error} required={required}>
      {(control) => (
        <Textarea
          {...control}
          rows={3}
          maxLength={1000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
