import { isSameField } from "#lib/publishing/changed-words.ts";
import type { DraftWords, WordsField } from "#lib/publishing/schema.ts";
import { wordsFields } from "#lib/publishing/schema.ts";

export type MergedWords = {
  /** Both sides' changes; my words where both changed the same field. */
  readonly words: DraftWords;
  /** Fields that both changed differently: a person chooses. */
  readonly conflicts: readonly WordsField[];
};

/** Joins what two people made of the same words, field by field. Nothing of either is dropped unseen. */
export function mergeWords(base: DraftWords, mine: DraftWords, theirs: DraftWords): MergedWords {
  const words = { ...mine };
  const conflicts: WordsField[] = [];
  const take = <Field extends WordsField>(field: Field) => {
    words[field] = theirs[field];
  };
  for (const field of wordsFields) {
    if (isSameField(mine, theirs, field) || isSameField(base, theirs, field)) continue;
    if (isSameField(base, mine, field)) take(field);
    else conflicts.push(field);
  }
  return { words, conflicts };
}
