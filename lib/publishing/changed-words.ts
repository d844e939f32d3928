import type { DraftWords, WordsField } from "#lib/publishing/schema.ts";
import { wordsFields } from "#lib/publishing/schema.ts";

/** Without what is only there while somebody types: blank lines and spaces around words. */
export function tidyWords(words: DraftWords): DraftWords {
  const lines = (list: readonly string[]) => list.map((line) => line.trim()).filter((line) => line !== "");
  return {
    ...words,
    name: words.name.trim(),
    purpose: words.purpose.trim(),
    whenToUse: lines(words.whenToUse),
    whenNotToUse: lines(words.whenNotToUse),
    useInstead: words.useInstead
      .map(({ text, slug }) => ({ text: text.trim(), slug }))
      .filter(({ text, slug }) => text !== "" || slug !== null),
    examples: words.examples
      .map(({ request, answer }) => ({ request: request.trim(), answer: answer.trim() }))
      .filter(({ request, answer }) => request !== "" || answer !== ""),
    tags: lines(words.tags),
    synonyms: lines(words.synonyms),
    knownIssues: lines(words.knownIssues),
    limits: lines(words.limits),
  };
}

export function isSameField(a: DraftWords, b: DraftWords, field: WordsField): boolean {
  return JSON.stringify(tidyWords(a)[field]) === JSON.stringify(tidyWords(b)[field]);
}

/** The fields that differ, in the order of the form. */
export function changedFields(before: DraftWords, after: DraftWords): WordsField[] {
  const [a, b] = [tidyWords(before), tidyWords(after)];
  return wordsFields.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

/** Only these fields of the words, for an event that shows what changed. */
export function pickWords(words: DraftWords, fields: readonly WordsField[]): Partial<DraftWords> {
  return Object.fromEntries(fields.map((field) => [field, words[field]]));
}
