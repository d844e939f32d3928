import type { RequestFeatures } from "#lib/ranking/learned/request-features.ts";

/** How much a request reads like those that were learned from; larger is more alike. */
export interface Familiarity {
  /** Mean log probability of a word after the one before it. */
  readonly pairs: number;
  /** Mean of what its neighbours say about each other beyond each word alone. */
  readonly order: number;
  /** Share of neighbours that stood together before, 0 to 1. */
  readonly known: number;
  /** Mean log probability of a character after the four before it. */
  readonly characters: number;
  /** Logarithm of its length in words. */
  readonly length: number;
}

/** How often each hash was seen. */
export interface RequestLanguageState {
  readonly words: ReadonlyMap<number, number>;
  readonly pairs: ReadonlyMap<number, number>;
  readonly heads: ReadonlyMap<number, number>;
  readonly runs: ReadonlyMap<number, number>;
  /** Words in all. */
  readonly total: number;
}

const trust = 10;
const noFamiliarity: Familiarity = { pairs: 0, order: 0, known: 0, characters: 0, length: 0 };

function countAll(lists: Iterable<readonly number[]>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const list of lists) for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** A language model of requests, by word pairs and by runs of characters: it tells what people here never ask for. */
export class RequestLanguage {
  readonly #state: RequestLanguageState;

  constructor(state: RequestLanguageState) {
    this.#state = state;
  }

  static of(requests: readonly RequestFeatures[]): RequestLanguage {
    return new RequestLanguage({
      words: countAll(requests.map(({ words }) => words)),
      pairs: countAll(requests.map(({ pairs }) => pairs)),
      heads: countAll(requests.map(({ runs }) => runs.map(([head]) => head))),
      runs: countAll(requests.map(({ runs }) => runs.map(([, whole]) => whole))),
      total: requests.reduce((sum, { words }) => sum + words.length, 0),
    });
  }

  /** What it takes to make it again. */
  get state(): RequestLanguageState {
    return this.#state;
  }

  familiarity({ words, pairs, runs }: RequestFeatures): Familiarity {
    const known = this.#state;
    if (known.total === 0) return noFamiliarity;
    let logs = 0;
    let order = 0;
    let seen = 0;
    pairs.forEach((pair, at) => {
      const alone = ((known.words.get(words[at + 1] ?? 0) ?? 0) + 0.5) / (known.total + known.words.size);
      const together = known.pairs.get(pair) ?? 0;
      const log = Math.log((together + trust * alone) / ((known.words.get(words[at] ?? 0) ?? 0) + trust));
      logs += log;
      order += log - Math.log(alone);
      if (together > 0) seen += 1;
    });
    const characters = runs.reduce(
      (sum, [head, whole]) =>
        sum + Math.log(((known.runs.get(whole) ?? 0) + 0.1) / ((known.heads.get(head) ?? 0) + 2)),
      0,
    );
    const length = Math.max(1, pairs.length);
    return {
      pairs: logs / length,
      order: order / length,
      known: seen / length,
      characters: characters / Math.max(1, runs.length),
      length: Math.log(length),
    };
  }
}
