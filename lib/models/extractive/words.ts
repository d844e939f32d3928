import { fold } from "#lib/ranking/fold.ts";
import { stem } from "#lib/ranking/stem.ts";
import { relatedStems } from "#lib/ranking/synonyms.ts";

/** One word of a request as it is written; offsets are into the request. */
export interface Word {
  readonly raw: string;
  /** Lower case without accents. */
  readonly folded: string;
  /** Stems in both languages. */
  readonly stems: readonly string[];
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:[-_./@'’+:][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text in order. Codes, dates, addresses and hyphenated words stay whole. */
export function readWords(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => {
    const raw = match[0];
    const folded = fold(raw);
    return { raw, folded, stems: stemsOf(folded), start: match.index, end: match.index + raw.length };
  });
}

/** The stems of a folded word in both languages. */
export function stemsOf(folded: string): readonly string[] {
  const [english, portuguese] = [stem(folded, "en"), stem(folded, "pt")];
  return english === portuguese ? [english] : [english, portuguese];
}

/** The words of a name such as `openedFrom`, `waiting-for-customer` or `Idempotency-Key`, folded. */
export function nameWords(name: string): string[] {
  return name
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, " ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "")
    .map(fold);
}

/** Whether two words are inflections of one another. */
export function areSameWord(left: readonly string[], right: readonly string[]): boolean {
  return left.some((stemmed) => right.includes(stemmed));
}

/** Whether two words are inflections of one another or mean the same. */
export function areAlike(left: readonly string[], right: readonly string[]): boolean {
  return areSameWord(left, right) || areSameWord(relatedStems(left), right);
}

/** Whether two stretches share a character. */
export function overlaps(
  left: { readonly start: number; readonly end: number },
  right: { readonly start: number; readonly end: number },
): boolean {
  return left.start < right.end && right.start < left.end;
}
