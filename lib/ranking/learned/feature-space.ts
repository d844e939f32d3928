/** A text as the features that are known, in unit length. */
export interface SparseVector {
  readonly indexes: Int32Array;
  readonly values: Float32Array;
}

export interface FeatureSpaceState {
  readonly features: Uint32Array;
  readonly weights: Float32Array;
}

const manyLists = 500;

/** Numbers the features of the examples and weighs them by how few examples have them (tf-idf). */
export class FeatureSpace {
  readonly #indexes: ReadonlyMap<number, number>;
  readonly #weights: Float32Array;

  constructor(state: FeatureSpaceState) {
    this.#indexes = new Map([...state.features].map((feature, index) => [feature, index]));
    this.#weights = state.weights;
  }

  /**
   * `lists`: the features of each example. Features that more than `mostShare` of them have say little and cost most; they
   * are left out once there are `manyLists`.
   */
  static of(lists: readonly (readonly number[])[], mostShare = 1): FeatureSpace {
    const all = new Map<number, number>();
    for (const list of lists)
      for (const feature of new Set(list)) all.set(feature, (all.get(feature) ?? 0) + 1);
    const most = lists.length < manyLists ? lists.length : mostShare * lists.length;
    const kept = [...all].filter(([, count]) => count <= most);
    return new FeatureSpace({
      features: Uint32Array.from(kept, ([feature]) => feature),
      weights: Float32Array.from(kept, ([, count]) => Math.log((1 + lists.length) / (1 + count)) + 1),
    });
  }

  /** What it takes to make it again. */
  get state(): FeatureSpaceState {
    return { features: Uint32Array.from(this.#indexes.keys()), weights: this.#weights };
  }

  get size(): number {
    return this.#weights.length;
  }

  vector(features: readonly number[]): SparseVector {
    const counts = new Map<number, number>();
    for (const feature of features) {
      const index = this.#indexes.get(feature);
      if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    const indexes = new Int32Array(counts.size);
    const values = new Float32Array(counts.size);
    let at = 0;
    let squares = 0;
    for (const [index, count] of counts) {
      const value = (1 + Math.log(count)) * (this.#weights[index] ?? 0);
      indexes[at] = index;
      values[at] = value;
      squares += value * value;
      at += 1;
    }
    const length = Math.sqrt(squares) || 1;
    return { indexes, values: values.map((value) => value / length) };
  }
}
