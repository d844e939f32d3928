/** What speaks for one document; shares are 0 to 1. What is learned is 0 for a document without examples. */
export interface CandidateFacts {
  /** BM25 over its description, as a share of the ideal score. */
  readonly described: number;
  /** Share of its name that the request says. */
  readonly name: number;
  /** BM25 over its description and its examples as one text, as a share of the ideal score. */
  readonly told: number;
  /** Log probabilities by the learned models, from -10 to 0. */
  readonly byWords: number;
  readonly byLetters: number;
  /** Logarithm of the votes of the nearest examples. */
  readonly votes: number;
  /** Similarity of its nearest example. */
  readonly nearest: number;
  /** How many examples it has. */
  readonly examples: number;
}

/** With so many examples what is learned counts half. */
const halfTrust = 4;

/** How far what is learned of a document with so many examples is trusted, 0 to 1. */
export function trustIn(examples: number): number {
  return examples / (examples + halfTrust);
}

/** What all candidates together say; it tells how well the request is known among those with examples. */
function surroundings(candidates: readonly CandidateFacts[]) {
  const most = (pick: (facts: CandidateFacts) => number, of = candidates) =>
    of.reduce((best, facts) => Math.max(best, pick(facts)), Number.NEGATIVE_INFINITY);
  const learned = candidates.filter(({ examples }) => examples > 0);
  const fresh = candidates.filter(({ examples }) => examples === 0);
  const least = 1e-6;
  return {
    described: Math.max(
      least,
      most(({ described }) => described),
    ),
    told: Math.max(
      least,
      most(({ told }) => told),
    ),
    nearest: Math.max(
      0,
      most(({ nearest }) => nearest, learned),
    ),
    shareByWords: Math.exp(
      Math.max(
        -10,
        most(({ byWords }) => byWords, learned),
      ),
    ),
    shareByLetters: Math.exp(
      Math.max(
        -10,
        most(({ byLetters }) => byLetters, learned),
      ),
    ),
    describedLearned: Math.max(
      0,
      most(({ described }) => described, learned),
    ),
    describedFresh: Math.max(
      0,
      most(({ described }) => described, fresh),
    ),
    toldLearned: Math.max(
      0,
      most(({ told }) => told, learned),
    ),
  };
}

/** The parts of a score, by name; the score is their sum, each times its weight. */
export function scoreParts(
  facts: CandidateFacts,
  around: ReturnType<typeof surroundings>,
): Record<keyof typeof weights, number> {
  const trust = trustIn(facts.examples);
  const isLearned = facts.examples > 0 ? 1 : 0;
  const isFresh = 1 - isLearned;
  const described = facts.described / around.described;
  const told = facts.told / around.told;
  const name = facts.name * described;
  return {
    described: facts.described,
    describedTrusted: facts.described * trust,
    describedBest: described,
    describedBestTrusted: described * trust,
    name,
    nameTrusted: name * trust,
    told: facts.told,
    toldLearned: facts.told * isLearned,
    toldBest: told,
    toldBestLearned: told * isLearned,
    toldBestTrusted: told * trust,
    byWords: facts.byWords * trust,
    byLetters: facts.byLetters * trust,
    votes: facts.votes * isLearned,
    votesTrusted: facts.votes * trust,
    nearest: facts.nearest * isLearned,
    trust,
    learned: isLearned,
    freshNearest: isFresh * around.nearest,
    freshByWords: isFresh * around.shareByWords,
    freshByLetters: isFresh * around.shareByLetters,
    freshDescribed: isFresh * around.describedLearned,
    freshLead: isFresh * (around.describedFresh - around.describedLearned),
    freshTold: isFresh * around.toldLearned,
    freshName: isFresh * facts.name,
  };
}

// Fitted by bench/routing-fit.ts (conditional logit) on the training halves of five public sets together, each also with
// 5 and 15 examples per tool, by cross-validation in which a fifth of the tools has no examples: one setting for all. `learned` is 0.4 less than fitted: documents
// without examples gain more by it (4 of 100) than the others lose (1 of 100).
const weights = {
  described: 0.69,
  describedTrusted: -0.66,
  describedBest: 2.52,
  describedBestTrusted: -1.93,
  name: 0.71,
  nameTrusted: -1.22,
  told: 1.77,
  toldLearned: -0.43,
  toldBest: 3.71,
  toldBestLearned: -0.27,
  toldBestTrusted: -0.4,
  byWords: 0.52,
  byLetters: 0.22,
  votes: 0.43,
  votesTrusted: -0.43,
  nearest: 0.69,
  trust: 1.07,
  learned: -0.38,
  freshNearest: 0.15,
  freshByWords: -0.88,
  freshByLetters: -0.07,
  freshDescribed: -0.23,
  freshLead: 0.06,
  freshTold: -0.94,
  freshName: 1,
};
const names = Object.keys(weights) as (keyof typeof weights)[];

/** All parts of all candidates, for fitting the weights. */
export function partsOf(candidates: readonly CandidateFacts[]): Record<keyof typeof weights, number>[] {
  const around = surroundings(candidates);
  return candidates.map((facts) => scoreParts(facts, around));
}

/** How well each candidate fits, as log odds among the candidates: differences of two are what counts. */
export function combine(candidates: readonly CandidateFacts[]): number[] {
  return partsOf(candidates).map((parts) =>
    names.reduce((sum, name) => sum + weights[name] * parts[name], 0),
  );
}
