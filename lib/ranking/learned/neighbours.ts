import type { SparseVector } from "#lib/ranking/learned/feature-space.ts";

/** Examples by what they have in common with a request. */
export class Neighbours {
  readonly #starts: Int32Array;
  readonly #examples: Int32Array;
  readonly #values: Float32Array;
  readonly #sums: Float64Array;

  constructor(vectors: readonly SparseVector[], featureCount: number) {
    this.#starts = new Int32Array(featureCount + 1);
    for (const { indexes } of vectors)
      for (const feature of indexes) this.#starts[feature + 1] = (this.#starts[feature + 1] ?? 0) + 1;
    for (let feature = 0; feature < featureCount; feature += 1)
      this.#starts[feature + 1] = (this.#starts[feature + 1] ?? 0) + (this.#starts[feature] ?? 0);
    const size = this.#starts[featureCount] ?? 0;
    this.#examples = new Int32Array(size);
    this.#values = new Float32Array(size);
    this.#sums = new Float64Array(vectors.length);
    const next = this.#starts.slice();
    vectors.forEach(({ indexes, values }, example) => {
      indexes.forEach((feature, at) => {
        const place = next[feature] ?? 0;
        this.#examples[place] = example;
        this.#values[place] = values[at] ?? 0;
        next[feature] = place + 1;
      });
    });
  }

  /** Cosine similarities to all examples, 0 to 1. Holds until the next call. */
  similarities({ indexes, values }: SparseVector): Float64Array {
    this.#sums.fill(0);
    for (let at = 0; at < indexes.length; at += 1) {
      const feature = indexes[at] ?? 0;
      const value = values[at] ?? 0;
      const last = this.#starts[feature + 1] ?? 0;
      for (let place = this.#starts[feature] ?? 0; place < last; place += 1) {
        const example = this.#examples[place] ?? 0;
        this.#sums[example] = (this.#sums[example] ?? 0) + value * (this.#values[place] ?? 0);
      }
    }
    return this.#sums;
  }
}
