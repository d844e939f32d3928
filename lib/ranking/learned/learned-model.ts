import { FeatureSpace } from "#lib/ranking/learned/feature-space.ts";
import { Neighbours } from "#lib/ranking/learned/neighbours.ts";
import { type RequestFeatures, requestFeatures } from "#lib/ranking/learned/request-features.ts";
import { type Familiarity, RequestLanguage } from "#lib/ranking/learned/request-language.ts";
import { SparseSoftmax } from "#lib/ranking/learned/sparse-softmax.ts";

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

const wordsAndPairs = ({ words, pairs }: RequestFeatures) => [...words.slice(1, -1), ...pairs];

/** Everything that is learned from examples. Made at once, then only read. */
export class LearnedModel {
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
  readonly #classesOfExample: readonly (readonly number[])[];
  readonly #language: RequestLanguage;

  /** `described` gives the name and description of a document, which stand beside its examples as one more. */
  constructor(examples: readonly Example[], described: (id: string) => string | undefined) {
    const known = examples
      .map(({ text, ids }) => ({ text, ids: ids.filter((id) => described(id) !== undefined) }))
      .filter(({ ids }) => ids.length > 0);
    this.classes = [...new Set(known.flatMap(({ ids }) => ids))];
    this.classOf = new Map(this.classes.map((id, at) => [id, at]));
    const classesOf = (ids: readonly string[]) => ids.flatMap((id) => this.classOf.get(id) ?? []);
    this.#classesOfExample = known.map(({ ids }) => classesOf(ids));
    this.counts = new Float64Array(this.classes.length);
    for (const classes of this.#classesOfExample)
      for (const one of classes) this.counts[one] = (this.counts[one] ?? 0) + 1;

    const requests = known.map(({ text }) => requestFeatures(text));
    const descriptions = this.classes.map((id) =>
      requestFeatures((described(id) ?? "").slice(0, longestDescription)),
    );
    const all = [...requests, ...descriptions];
    const labels = [...this.#classesOfExample, ...this.classes.map((_, one) => [one])];
    const softmax = (space: FeatureSpace, features: (request: RequestFeatures) => readonly number[]) => {
      const vectors = all.map((request, at) => ({
        vector: space.vector(features(request)),
        classes: labels[at] ?? [],
      }));
      return new SparseSoftmax(vectors, space.size, this.classes.length);
    };
    this.#wordSpace = new FeatureSpace(all.map(wordsAndPairs));
    this.#words = softmax(this.#wordSpace, wordsAndPairs);
    this.#letterSpace = new FeatureSpace(
      all.map(({ letters }) => letters),
      commonLetters,
    );
    this.#letters = softmax(this.#letterSpace, ({ letters }) => letters);
    this.#exampleSpace = new FeatureSpace(requests.map(({ words }) => words.slice(1, -1)));
    this.#neighbours = new Neighbours(
      requests.map(({ words }) => this.#exampleSpace.vector(words.slice(1, -1))),
      this.#exampleSpace.size,
    );
    this.#language = new RequestLanguage(requests);
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

  #near({ words }: RequestFeatures, isAllowed: (one: number) => boolean) {
    const nearest = new Float64Array(this.classes.length);
    const votes = new Float64Array(this.classes.length);
    const similarities = this.#neighbours.similarities(this.#exampleSpace.vector(words.slice(1, -1)));
    const best: { readonly similarity: number; readonly classes: readonly number[] }[] = [];
    let edge = leastSimilarity;
    for (let example = 0; example < similarities.length; example += 1) {
      const similarity = similarities[example] ?? 0;
      if (similarity <= leastSimilarity) continue;
      const classes = this.#classesOfExample[example]?.filter(isAllowed) ?? [];
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
