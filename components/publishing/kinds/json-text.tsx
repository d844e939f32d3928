"use client";

import { useState } from "react";
import { t } from "#components/publishing/draft/draft-words.ts";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

type JsonTextProps = {
  id: string;
  label: string;
  hint?: string;
  rows?: number;
  value: unknown;
  /** Gives back a reason when the value cannot be taken. */
  onChange: (value: unknown) => string | null;
};

/** A value as JSON. What is not yet JSON stays here and is not handed on. */
export function JsonText({ id, label, hint, rows = 12, value, onChange }: JsonTextProps) {
  const written = JSON.stringify(value, null, 2) ?? "";
  const [held, setHeld] = useState({ text: written, of: written, problem: null as string | null });
  // Changed from elsewhere, such as by the builder above it.
  if (held.of !== written && held.problem === null) setHeld({ text: written, of: written, problem: null });
  const change = (text: string) => {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      setHeld({ text, of: written, problem: t("notJson", { message: error.message }) });
      return;
    }
    const problem = onChange(parsed);
    setHeld({ text, of: JSON.stringify(parsed, null, 2), problem });
  };
  return (
    <Field id={id} label={label} hint={hint} error={held.problem}>
      {(control) => (
        <Textarea
          {...control}
          mono
          rows={rows}
          spellCheck={false}
          value={held.text}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}
