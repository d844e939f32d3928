import type { SparseVector } from "#lib/ranking/learned/feature-space.ts";

/** Of each feature the examples that have it, from `starts[feature]` up to the next one's start. */
export interface NeighboursState {
  readonly starts: Int32Array;
  readonly examples: Int32Array;
  readonly values: Float32Array;
  readonly count: number;
}

/** Examples by what they have in common with a request. */
export class Neighbours {
  readonly #state: NeighboursState;
  readonly #sums: Float64Array;

  constructor(state: NeighboursState) {
    this.#state = state;
    this.#sums = new Float64Array(state.count);
  }

  static of(vectors: readonly SparseVector[], featureCount: number): Neighbours {
    const starts = new Int32Array(featureCount + 1);
    for (const { indexes } of vectors)
      for (const feature of indexes) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
    for (let feature = 0; feature < featureCount; feature += 1)
      starts[feature + 1] = (starts[feature + 1] ?? 0) + (starts[feature] ?? 0);
    const size = starts[featureCount] ?? 0;
    const examples = new Int32Array(size);
    const values = new Float32Array(size);
    const next = starts.slice();
    vectors.forEach((vector, example) => {
      vector.indexes.forEach((feature, at) => {
        const place = next[feature] ?? 0;
        examples[place] = example;
        values[place] = vector.values[at] ?? 0;
        next[feature] = place + 1;
      });
    });
    return new Neighbours({ starts, examples, values, count: vectors.length });
  }

  /** What it takes to make it again. */
  get state(): NeighboursState {
    return this.#state;
  }

  /** Cosine similarities to all examples, 0 to 1. Holds until the next call. */
  similarities({ indexes, values }: SparseVector): Float64Array {
    this.#sums.fill(0);
    const { starts, examples, values: weights } = this.#state;
    for (let at = 0; at < indexes.length; at += 1) {
      const feature = indexes[at] ?? 0;
      const value = values[at] ?? 0;
      const last = starts[feature + 1] ?? 0;
      for (let place = starts[feature] ?? 0; place < last; place += 1) {
        const example = examples[place] ?? 0;
        this.#sums[example] = (this.#sums[example] ?? 0) + value * (weights[place] ?? 0);
      }
    }
    return this.#sums;
  }
}
