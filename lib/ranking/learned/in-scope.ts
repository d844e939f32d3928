import { type CandidateFacts, trustIn } from "#lib/ranking/learned/combine.ts";
import type { Familiarity } from "#lib/ranking/learned/request-language.ts";

/** What tells whether a request is for any document at all. */
export interface ScopeFacts {
  /** Probability of the first among the candidates. */
  readonly share: number;
  /** Its lead over the second, in log odds. */
  readonly lead: number;
  readonly score: number;
  readonly first: CandidateFacts;
  /** Similarity of the nearest example of any candidate. */
  readonly nearest: number;
  readonly familiarity: Familiarity;
}

/** The parts of the log odds, by name. */
export function scopeParts({ share, lead, score, first, nearest, familiarity }: ScopeFacts) {
  const isLearned = first.examples > 0 ? 1 : 0;
  const trust = trustIn(first.examples);
  return {
    constant: 1,
    share,
    lead,
    score: score / 10,
    described: first.described,
    told: first.told,
    byWords: isLearned * first.byWords * trust,
    byLetters: isLearned * first.byLetters * trust,
    votes: isLearned * first.votes * trust,
    nearest: isLearned * first.nearest,
    isLearned,
    trust,
    name: first.name,
    anyNearest: nearest,
    pairs: familiarity.pairs,
    order: familiarity.order,
    known: familiarity.known,
    characters: familiarity.characters,
    length: familiarity.length,
  };
}

// Logistic regression, fitted by bench/routing-fit.ts. Not for any tool are: requests whose own tool was taken out of the
// catalog, and half of the requests of two public sets that no tool answers.
const weights: Record<keyof ReturnType<typeof scopeParts>, number> = {
  constant: -1.04,
  share: 0.84,
  lead: 0.15,
  score: -0.4,
  described: -0.95,
  told: 4.5,
  byWords: 0.31,
  byLetters: 0.09,
  votes: -0.1,
  nearest: 0.11,
  isLearned: 0.46,
  trust: -1.18,
  name: 0.6,
  anyNearest: 0.19,
  pairs: -0.04,
  order: 0.47,
  known: -1.14,
  characters: 0.69,
  length: 0.21,
};

/** How likely it is that some document answers the request, 0 to 1. */
export function inScope(facts: ScopeFacts): number {
  const parts = scopeParts(facts);
  const logOdds = (Object.keys(weights) as (keyof typeof weights)[]).reduce(
    (sum, name) => sum + weights[name] * parts[name],
    0,
  );
  return 1 / (1 + Math.exp(-logOdds));
}
