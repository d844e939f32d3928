import { type IdSet, type RankedHit, SearchIndex } from "#lib/ranking/bm25.ts";
import { fieldWeights, type StandardField } from "#lib/ranking/field-weights.ts";
import { type CandidateFacts, combine } from "#lib/ranking/learned/combine.ts";
import { inScope, type ScopeFacts } from "#lib/ranking/learned/in-scope.ts";
import { type Example, LearnedModel, type LearnedReading } from "#lib/ranking/learned/learned-model.ts";
import { parseQuery } from "#lib/ranking/query.ts";

/** What a document says of itself: a tool, or an operation of one. */
export type RankedTexts = Record<StandardField, string | readonly string[]>;

type RankedField = StandardField | "examples";

export interface Candidate {
  readonly id: string;
  /** Log odds: differences count. */
  readonly score: number;
  /** Probability among the candidates, 0 to 1. */
  readonly share: number;
  readonly facts: CandidateFacts;
  /** Where its own words were found; absent when only examples speak for it. */
  readonly hit: RankedHit<RankedField> | undefined;
}

export interface Ranking {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** How likely it is that some document answers the request, 0 to 1. */
  readonly inScope: number;
  /** What that was told from; absent without candidates. */
  readonly scope: ScopeFacts | undefined;
  /** What the examples said. */
  readonly reading: LearnedReading;
}

const everything: IdSet = { has: () => true };
const fromWords = 25;
const fromExamples = 15;
const joined = (text: string | readonly string[]) => (typeof text === "string" ? text : text.join("\n"));

/**
 * Ranks documents for a request by their own words and by what was learned from examples. A document without examples
 * stands its own beside those that have them: what is learned counts by how many there are, and those without gain where
 * the request is unlike all examples.
 */
export class ToolRanker {
  /** Examples count where everything is read as one text, not among the document's own words. */
  readonly #index = new SearchIndex<RankedField>({ ...fieldWeights, examples: { weight: 0 } });
  readonly #texts = new Map<string, RankedTexts>();
  #model = LearnedModel.of([], () => undefined);

  get size(): number {
    return this.#texts.size;
  }

  get model(): LearnedModel {
    return this.#model;
  }

  /** Adds a document or replaces the one with its id; its examples are learned with the next `learn`. */
  put(id: string, texts: RankedTexts): void {
    this.#texts.set(id, texts);
    this.#index.put(id, texts);
  }

  remove(id: string): void {
    this.#texts.delete(id);
    this.#index.remove(id);
  }

  /** Learns from examples, in place of what was learned before. */
  learn(examples: readonly Example[]): void {
    const textOf = (id: string) => {
      const texts = this.#texts.get(id);
      return texts && `${joined(texts.name)} ${joined(texts.text)}`;
    };
    const before = this.#model.classes;
    this.#model = LearnedModel.of(examples, textOf);
    const told = new Map<string, string[]>();
    for (const { text, ids } of examples) for (const id of ids) told.set(id, [...(told.get(id) ?? []), text]);
    for (const id of new Set([...before, ...told.keys()])) {
      const texts = this.#texts.get(id);
      if (texts) this.#index.put(id, { ...texts, examples: told.get(id) ?? [] });
    }
  }

  /** Ranks the allowed documents for a request; `limit` at most. */
  rank(text: string, options: { readonly allowed?: IdSet; readonly limit?: number } = {}): Ranking {
    const allowed = options.allowed ?? everything;
    const query = parseQuery(text);
    const described = this.#index.rank(query, { allowed, best: fromWords });
    const told = this.#index.rank(query, { allowed, best: fromWords, scoring: "whole" });
    const { classes, classOf } = this.#model;
    const isAllowed = classes.map((id) => this.#texts.has(id) && allowed.has(id));
    const reading = this.#model.read(text, (one) => isAllowed[one] === true);
    const ids = new Set([...described.ids.slice(0, fromWords), ...told.ids.slice(0, fromWords)]);
    for (const one of best(reading, isAllowed)) ids.add(classes[one] ?? "");

    const found = [...ids].map((id) => {
      const one = classOf.get(id);
      const hit = described.hitOf(id);
      const learned =
        one === undefined
          ? { byWords: 0, byLetters: 0, votes: 0, nearest: 0, examples: 0 }
          : {
              byWords: reading.byWords[one] ?? 0,
              byLetters: reading.byLetters[one] ?? 0,
              votes: reading.votes[one] ?? 0,
              nearest: reading.nearest[one] ?? 0,
              examples: this.#model.counts[one] ?? 0,
            };
      const facts: CandidateFacts = {
        described: share(hit?.score ?? 0, described.idealScore),
        name: hit?.coverage.name ?? 0,
        told: share(told.scoreOf(id), told.idealScore),
        ...learned,
      };
      return { id, facts, hit };
    });
    const scores = combine(found.map(({ facts }) => facts));
    const highest = Math.max(...scores);
    const whole = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
    const candidates = found
      .map((one, at) => {
        const score = scores[at] ?? 0;
        return { ...one, score, share: Math.exp(score - highest) / whole };
      })
      .sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
    const scope = scopeOf(candidates, reading);
    return {
      candidates: candidates.slice(0, options.limit ?? candidates.length),
      inScope: scope ? inScope(scope) : 0,
      scope,
      reading,
    };
  }
}

const share = (score: number, ideal: number) => (ideal > 0 ? score / ideal : 0);

/** What tells whether a request is for any of the candidates, which stand best first. */
export function scopeOf(
  candidates: readonly Omit<Candidate, "hit">[],
  reading: LearnedReading,
): ScopeFacts | undefined {
  const [first, second] = candidates;
  if (!first) return undefined;
  return {
    share: first.share,
    lead: second ? first.score - second.score : 5,
    score: first.score,
    first: first.facts,
    nearest: Math.max(...candidates.map(({ facts }) => facts.nearest)),
    familiarity: reading.familiarity,
  };
}

/** The classes that stand highest in any of the learned lists. */
function best(reading: LearnedReading, isAllowed: readonly boolean[]): Set<number> {
  const found = new Set<number>();
  for (const list of [reading.byWords, reading.byLetters, reading.votes, reading.nearest]) {
    const top: number[] = [];
    list.forEach((value, one) => {
      if (!isAllowed[one]) return;
      if (top.length === fromExamples && value <= (list[top.at(-1) ?? 0] ?? 0)) return;
      let place = top.length;
      while (place > 0 && (list[top[place - 1] ?? 0] ?? 0) < value) place -= 1;
      top.splice(place, 0, one);
      if (top.length > fromExamples) top.pop();
    });
    for (const one of top) found.add(one);
  }
  return found;
}
