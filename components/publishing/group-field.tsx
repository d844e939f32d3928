import type { ReactNode } from "react";
import { fieldId, fieldLabel } from "#components/publishing/editor-words.ts";
import type { WordsField } from "#lib/publishing/schema.ts";

type GroupFieldProps = { field: WordsField; hint: string; error?: string | undefined; children: ReactNode };

/** A field of several controls: one name, hint and error for all of them. */
export function GroupField({ field, hint, error, children }: GroupFieldProps) {
  const id = fieldId(field);
  const describedBy = error ? `${id}-hint ${id}-error` : `${id}-hint`;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy}
      className="flex min-w-0 flex-col gap-2 rounded-control"
    >
      <legend className="font-semibold">{fieldLabel(field)}</legend>
      <p id={`${id}-hint`} className="text-muted text-small">
        {hint}
      </p>
      {children}
      {error && (
        <p id={`${id}-error`} className="text-danger text-small">
          {error}
        </p>
      )}
    </fieldset>
  );
}
