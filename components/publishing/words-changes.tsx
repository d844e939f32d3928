import { fieldLabel, t } from "#components/publishing/editor-words.ts";
import { ChangeList } from "#components/ui/change-list.tsx";
import { changedFields, tidyWords } from "#lib/publishing/changed-words.ts";
import type { DraftWords, WordsField } from "#lib/publishing/schema.ts";

/** Entries of two parts as one line each, so that a list of them can be compared. */
export function asLines(words: DraftWords, field: WordsField): unknown {
  if (field === "useInstead") {
    return words.useInstead.map(({ text, slug }) => (slug ? `${text} → ${slug}` : text));
  }
  if (field === "examples") {
    return words.examples.map(({ request, answer }) => (answer ? `${request}\n${answer}` : request));
  }
  return words[field];
}

/** What differs from the published version, field by field. */
export function WordsChanges({
  published,
  words,
  version,
}: {
  published: DraftWords;
  words: DraftWords;
  version: string;
}) {
  const fields = changedFields(published, words);
  if (fields.length === 0) return <p className="text-muted">{t("changesNone", { version })}</p>;
  const [before, after] = [tidyWords(published), tidyWords(words)];
  return (
    <div className="flex flex-col gap-4 rounded-card border bg-surface p-4">
      <p className="text-muted text-small">{t("changesIntro", { version })}</p>
      <ChangeList
        changes={fields.map((field) => ({
          path: [field],
          before: asLines(before, field),
          after: asLines(after, field),
        }))}
        nameOf={([field]) => fieldLabel(field as WordsField)}
      />
    </div>
  );
}

/** The words of one field as plain text, for choosing between two versions. */
export function fieldText(words: DraftWords, field: WordsField): string {
  const value = asLines(words, field);
  return Array.isArray(value) ? value.join("\n") : String(value);
}
