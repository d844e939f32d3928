import type { Mentions } from "#lib/models/extractive/mentions.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import type { DoubtfulValue, Language, Words } from "#lib/models/extractive/schema.ts";
import { areAlike, stemsOf, type Word } from "#lib/models/extractive/words.ts";

/** A value that words of the request may mean for an input. The heaviest proposal of a leaf and of its words wins. */
export interface Proposal {
  readonly leaf: Leaf;
  readonly value: unknown;
  readonly at: Words;
  readonly source: "words" | "self" | "lookup";
  /** Name behind a looked-up id. */
  readonly label?: string;
  readonly weight: number;
  /** How much it tells about the operation meant; the weight unless given. Days fit many operations, an id fits one. */
  readonly evidence?: number;
  /** Proposals of one group share their words: both ends of a stretch of days. */
  readonly group?: string;
}

export interface Matching {
  readonly proposals: readonly Proposal[];
  readonly doubts: readonly (DoubtfulValue & { readonly at: Words; readonly weight: number })[];
}

/** What matchers need to know besides the leaf. */
export interface MatchContext {
  readonly mentions: Mentions;
  readonly language: Language;
  readonly timeZone: string;
  readonly isReadOnly: boolean;
  /** Words of the operation's name and title: they say what it is about, not which value. */
  readonly operationWords: readonly (readonly string[])[];
  /** Words that are the request's verb. */
  readonly verb: Words | null;
}

/** 1.5 when a word of the leaf's name stands within two words of the place, 0.5 when it stands anywhere. */
export function cueBonus(leaf: Leaf, place: Words, context: MatchContext): number {
  const { words } = context.mentions;
  const stems = cueWords(leaf).map((word) => stemsOf(word));
  const isCue = (word: Word) => stems.some((stem) => areAlike(stem, word.stems));
  const first = words.findIndex((word) => word.end > place.start);
  const last = words.findLastIndex((word) => word.start < place.end);
  if (first === -1) return 0;
  const near = [...words.slice(Math.max(0, first - 2), first), ...words.slice(last + 1, last + 2)];
  if (near.some(isCue)) return 1.5;
  return words.some(isCue) ? 0.5 : 0;
}

const plainWords = new Set([
  "id",
  "number",
  "no",
  "code",
  "name",
  "value",
  "by",
  "is",
  "has",
  "of",
  "the",
  "a",
  "key",
]);

/** Words of a leaf's name that tell it apart; "id" and "number" do not. */
export function cueWords(leaf: Leaf): readonly string[] {
  return leaf.words.filter((word) => !plainWords.has(word) && word.length > 1);
}
