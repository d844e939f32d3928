import type { z } from "zod";
import { toolWordsSchema } from "#lib/catalog/schema.ts";
import { tidyWords } from "#lib/publishing/changed-words.ts";
import type { DraftWords, WordsField } from "#lib/publishing/schema.ts";

export type WordsProblem = { readonly field: WordsField; readonly message: string };

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_big") {
    const most = Number(issue.maximum).toLocaleString("en-GB");
    return issue.origin === "array" ? `At most ${most} entries.` : `At most ${most} characters.`;
  }
  if (issue.code === "too_small" && issue.path.length > 1) return "Write something here, or remove it.";
  return issue.message;
}

const lists = ["whenToUse", "whenNotToUse", "knownIssues", "limits", "tags", "synonyms"] as const;

/** What a release still needs, in the words of the person who edits, in the order of the form. */
export function wordsProblems(draft: DraftWords): WordsProblem[] {
  const words = tidyWords(draft);
  const problems: WordsProblem[] = [];
  for (const issue of toolWordsSchema.safeParse(words).error?.issues ?? []) {
    const [field, place] = issue.path;
    const sentence = sentenceOf(issue);
    const message = typeof place === "number" ? `Entry ${place + 1}: ${sentence}` : sentence;
    problems.push({ field: field as WordsField, message });
  }
  const repeated = (list: readonly string[]) =>
    list.findIndex((entry, at) => entry !== "" && list.indexOf(entry) !== at);
  const check = (field: WordsField, list: readonly string[]) => {
    const at = repeated(list);
    if (at >= 0) problems.push({ field, message: `Entry ${at + 1} is there twice.` });
  };
  for (const field of lists) check(field, words[field]);
  check(
    "useInstead",
    words.useInstead.map(({ text }) => text),
  );
  check(
    "examples",
    words.examples.map(({ request }) => request),
  );
  return problems;
}
