"use client";

import { useState } from "react";
import { hintOf, placeholderOf, t } from "#components/tools/schema-form/field-words.ts";
import { type FieldProps, useFieldError, useSchemaForm } from "#components/tools/schema-form/form-context.ts";
import { NullChoice } from "#components/tools/schema-form/null-choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { UnreadText } from "#lib/tools/form/draft.ts";

function write(value: unknown): string {
  if (value instanceof UnreadText) return value.text;
  return value === undefined ? "" : JSON.stringify(value, null, 2);
}

function read(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return new UnreadText(text);
  }
}

/** Any value, written as JSON: for schemas that no other control can draw. */
export function JsonField({ field, id, path, value, label, hideLabel }: FieldProps<"json">) {
  const { change, disabled } = useSchemaForm();
  const [typed, setTyped] = useState({ text: write(value), value });
  // What was typed keeps its spaces and line breaks as long as it means the value that is held.
  const text = write(typed.value) === write(value) ? typed.text : write(value);
  const unread = value instanceof UnreadText ? t("notJson") : undefined;
  const error = useFieldError(path, label) ?? unread;
  return (
    <div className="flex flex-col gap-1">
      <Field
        id={id}
        label={label}
        hideLabel={hideLabel}
        hint={hintOf(field, t("jsonHint"))}
        error={error}
        required={field.isRequired}
      >
        {(control) => (
          <Textarea
            {...control}
            mono
            spellCheck={false}
            className="max-h-80"
            value={text}
            placeholder={placeholderOf(field)}
            disabled={disabled || (value === null && field.isNullable)}
            onChange={(event) => {
              const next = read(event.target.value);
              setTyped({ text: event.target.value, value: next });
              change(path, next);
            }}
          />
        )}
      </Field>
      <NullChoice field={field} path={path} value={value} />
    </div>
  );
}
