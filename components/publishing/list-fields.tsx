"use client";

import { useState } from "react";
import { fieldId, fieldLabel, t } from "#components/publishing/editor-words.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { WordsField } from "#lib/publishing/schema.ts";

type ListFieldProps = {
  field: WordsField;
  values: readonly string[];
  error?: string | undefined;
  onChange: (values: string[]) => void;
};

/** A list, one entry per line. It keeps its own text, so that a line that is being begun is not taken away. */
export function LinesField({ field, values, error, onChange }: ListFieldProps) {
  const [text, setText] = useState(values.join("\n"));
  return (
    <Field id={fieldId(field)} label={fieldLabel(field)} hint={t("perLine")} error={error}>
      {(control) => (
        <Textarea
          {...control}
          rows={3}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(event.target.value.split("\n").filter((line) => line.trim() !== ""));
          }}
        />
      )}
    </Field>
  );
}

/** A list of short words, separated by commas. */
export function CommaField({ field, values, error, hint, onChange }: ListFieldProps & { hint: string }) {
  const [text, setText] = useState(values.join(", "));
  return (
    <Field id={fieldId(field)} label={fieldLabel(field)} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(
              event.target.value
                .split(",")
                .map((word) => word.trim())
                .filter((word) => word !== ""),
            );
          }}
        />
      )}
    </Field>
  );
}
