import { FeatureSpace, type FeatureSpaceState } from "#lib/ranking/learned/feature-space.ts";
import { Neighbours, type NeighboursState } from "#lib/ranking/learned/neighbours.ts";
import { type RequestFeatures, requestFeatures } from "#lib/ranking/learned/request-features.ts";
import {
  type Familiarity,
  RequestLanguage,
  type RequestLanguageState,
} from "#lib/ranking/learned/request-language.ts";
import { SparseSoftmax, type SparseSoftmaxState } from "#lib/ranking/learned/sparse-softmax.ts";

/** A request with the documents that were right for it. */
export interface Example {
  readonly text: string;
  readonly ids: readonly string[];
}

/** What the examples say about a request; lists are by class, see `LearnedModel.classes`. */
export interface LearnedReading {
  /** Log probabilities among the allowed classes, by words and by letters; -10 is the least. */
  readonly byWords: Float64Array;
  readonly byLetters: Float64Array;
  /** Similarity of the nearest example, 0 to 1. */
  readonly nearest: Float64Array;
  /** Logarithm of the votes of the 30 nearest examples. */
  readonly votes: Float64Array;
  readonly familiarity: Familiarity;
}

const leastLog = -10;
const nearestCount = 30;
const leastSimilarity = 0.05;
const voteFloor = 0.02;
const longestDescription = 600;
/** Runs of letters that more than this share of the examples have are left out. */
const commonLetters = 0.05;

/** The words without the marks for beginning and end. */
const innerWords = ({ words }: RequestFeatures) => words.slice(1, -1);
const wordsAndPairs = (request: RequestFeatures) => [...innerWords(request), ...request.pairs];

/** A model as it is kept; everything in it can be cloned. */
export interface LearnedState {
  readonly classes: readonly string[];
  readonly counts: Float64Array;
  readonly classesOfExample: readonly (readonly number[])[];
  readonly wordSpace: FeatureSpaceState;
  readonly letterSpace: FeatureSpaceState;
  readonly exampleSpace: FeatureSpaceState;
  readonly words: SparseSoftmaxState;
  readonly letters: SparseSoftmaxState;
  readonly neighbours: NeighboursState;
  readonly language: RequestLanguageState;
}

/** Everything that is learned from examples. Made at once, then only read. */
export class LearnedModel {
  readonly state: LearnedState;
  /** Documents that have examples. */
  readonly classes: readonly string[];
  readonly classOf: ReadonlyMap<string, number>;
  /** How many examples each class has. */
  readonly counts: Float64Array;
  readonly #wordSpace: FeatureSpace;
  readonly #letterSpace: FeatureSpace;
  readonly #exampleSpace: FeatureSpace;
  readonly #words: SparseSoftmax;
  readonly #letters: SparseSoftmax;
  readonly #neighbours: Neighbours;
  readonly #language: RequestLanguage;

  constructor(state: LearnedState) {
    this.state = state;
    this.classes = state.classes;
    this.classOf = new Map(state.classes.map((id, at) => [id, at]));
    this.counts = state.counts;
    this.#wordSpace = new FeatureSpace(state.wordSpace);
    this.#letterSpace = new FeatureSpace(state.letterSpace);
    this.#exampleSpace = new FeatureSpace(state.exampleSpace);
    this.#words = new SparseSoftmax(state.words);
    this.#letters = new SparseSoftmax(state.letters);
    this.#neighbours = new Neighbours(state.neighbours);
    this.#language = new RequestLanguage(state.language);
  }

  /**
   * Learns from examples. `described` gives the name and description of a document, which stand beside its examples as one
   * more; what it does not know is passed over.
   */
  static of(examples: readonly Example[], described: (id: string) => string | undefined): LearnedModel {
    const known = examples
      .map(({ text, ids }) => ({ text, ids: ids.filter((id) => described(id) !== undefined) }))
      .filter(({ ids }) => ids.length > 0);
    const classes = [...new Set(known.flatMap(({ ids }) => ids))];
    const classOf = new Map(classes.map((id, at) => [id, at]));
    const classesOfExample = known.map(({ ids }) => ids.flatMap((id) => classOf.get(id) ?? []));
    const counts = new Float64Array(classes.length);
    for (const one of classesOfExample.flat()) counts[one] = (counts[one] ?? 0) + 1;

    const requests = known.map(({ text }) => requestFeatures(text));
    const descriptions = classes.map((id) =>
      requestFeatures((described(id) ?? "").slice(0, longestDescription)),
    );
    const all = [...requests, ...descriptions];
    const labels = [...classesOfExample, ...classes.map((_, one) => [one])];
    const softmax = (space: FeatureSpace, features: (request: RequestFeatures) => readonly number[]) => {
      const vectors = all.map((request, at) => ({
        vector: space.vector(features(request)),
        classes: labels[at] ?? [],
      }));
      return SparseSoftmax.trained(vectors, space.size, classes.length).state;
    };
    const wordSpace = FeatureSpace.of(all.map(wordsAndPairs));
    const letterSpace = FeatureSpace.of(
      all.map(({ letters }) => letters),
      commonLetters,
    );
    const inner = requests.map(innerWords);
    const exampleSpace = FeatureSpace.of(inner);
    const vectors = inner.map((words) => exampleSpace.vector(words));
    return new LearnedModel({
      classes,
      counts,
      classesOfExample,
      wordSpace: wordSpace.state,
      letterSpace: letterSpace.state,
      exampleSpace: exampleSpace.state,
      words: softmax(wordSpace, wordsAndPairs),
      letters: softmax(letterSpace, ({ letters }) => letters),
      neighbours: Neighbours.of(vectors, exampleSpace.size).state,
      language: RequestLanguage.of(requests).state,
    });
  }

  get weightCount(): number {
    return this.#words.weightCount + this.#letters.weightCount;
  }

  /** Reads a request. Classes that are not allowed take no part, so that nothing shows of them. */
  read(text: string, isAllowed: (one: number) => boolean): LearnedReading {
    const request = requestFeatures(text);
    const { nearest, votes } = this.#near(request, isAllowed);
    return {
      byWords: logShares(this.#words.scores(this.#wordSpace.vector(wordsAndPairs(request))), isAllowed),
      byLetters: logShares(this.#letters.scores(this.#letterSpace.vector(request.letters)), isAllowed),
      nearest,
      votes,
      familiarity: this.#language.familiarity(request),
    };
  }

  #near(request: RequestFeatures, isAllowed: (one: number) => boolean) {
    const nearest = new Float64Array(this.classes.length);
    const votes = new Float64Array(this.classes.length);
    const similarities = this.#neighbours.similarities(this.#exampleSpace.vector(innerWords(request)));
    const best: { readonly similarity: number; readonly classes: readonly number[] }[] = [];
    let edge = leastSimilarity;
    for (let example = 0; example < similarities.length; example += 1) {
      const similarity = similarities[example] ?? 0;
      if (similarity <= leastSimilarity) continue;
      const classes = this.state.classesOfExample[example]?.filter(isAllowed) ?? [];
      for (const one of classes) if (similarity > (nearest[one] ?? 0)) nearest[one] = similarity;
      if (classes.length === 0 || similarity <= edge) continue;
      best.push({ similarity, classes });
      if (best.length >= nearestCount * 8) edge = keepBest(best);
    }
    keepBest(best);
    for (const { similarity, classes } of best)
      for (const one of classes) votes[one] = (votes[one] ?? 0) + similarity ** 3;
    return { nearest, votes: votes.map((sum) => Math.log(voteFloor + sum)) };
  }
}

/** Keeps the nearest of a list, in place; answers the similarity that others must exceed. */
function keepBest(best: { readonly similarity: number }[]): number {
  best.sort((left, right) => right.similarity - left.similarity);
  best.length = Math.min(best.length, nearestCount);
  return best.length < nearestCount ? leastSimilarity : (best.at(-1)?.similarity ?? leastSimilarity);
}

function logShares(scores: Float64Array, isAllowed: (one: number) => boolean): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  scores.forEach((score, one) => {
    if (score > highest && isAllowed(one)) highest = score;
  });
  let sum = 0;
  scores.forEach((score, one) => {
    if (isAllowed(one)) sum += Math.exp(score - highest);
  });
  const whole = highest + Math.log(sum);
  return scores.map((score, one) => (isAllowed(one) ? Math.max(leastLog, score - whole) : leastLog));
}
