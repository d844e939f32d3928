import { cueWords, type MatchContext, type Proposal } from "#lib/models/extractive/proposal.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import { areAlike, areSameWord, stemsOf } from "#lib/models/extractive/words.ts";

const leadWords = new Set(["is", "has", "only", "include", "with", "show", "are", "can", "should"]);
const negations = new Set("no not without never exclude excluding sem nao nunca excepto exceto".split(" "));

/** A yes-or-no input whose name the request says: "overdue" is true, "not overdue" is false. */
export function matchBoolean(leaf: Leaf, context: MatchContext): Proposal[] {
  if (leaf.type !== "boolean") return [];
  const names = cueWords(leaf).filter((word) => !leadWords.has(word));
  if (names.length === 0) return [];
  const { words, text } = context.mentions;
  for (let at = 0; at + names.length <= words.length; at += 1) {
    const run = words.slice(at, at + names.length);
    const isSaid = run.every((word, index) => {
      const stems = stemsOf(names[index] ?? "");
      return names.length > 1 ? areSameWord(stems, word.stems) : areAlike(stems, word.stems);
    });
    const [first, last] = [run[0], run.at(-1)];
    if (!isSaid || !first || !last) continue;
    const before = words.slice(Math.max(0, at - 2), at);
    const negation = before.find((word) => negations.has(word.folded));
    const start = negation?.start ?? first.start;
    const place = { start, end: last.end, words: text.slice(start, last.end) };
    return [{ leaf, value: negation === undefined, at: place, source: "words", weight: 7, evidence: 4 }];
  }
  return [];
}
