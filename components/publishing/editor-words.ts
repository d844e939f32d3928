import { editor } from "#lib/messages/en/editor.ts";
import { translator } from "#lib/messages/translate.ts";
import type { WordsField } from "#lib/publishing/schema.ts";

/** The texts of the editor. */
export const t = translator(editor);

/** The name of a field as its label says it. */
export function fieldLabel(field: WordsField): string {
  return t(field);
}

/** The id of a field's first control. */
export function fieldId(field: WordsField): string {
  return `words-${field}`;
}
