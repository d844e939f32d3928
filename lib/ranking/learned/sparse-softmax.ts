import type { SparseVector } from "#lib/ranking/learned/feature-space.ts";

export interface LabelledVector {
  readonly vector: SparseVector;
  /** Classes that it stands for, each with the same share. */
  readonly classes: readonly number[];
}

/** Of each feature its classes and their weights, from `starts[feature]` up to the next one's start. */
export interface SparseSoftmaxState {
  readonly starts: Int32Array;
  readonly classes: Int32Array;
  readonly weights: Float32Array;
  readonly classCount: number;
}

/** What one example is learned with, kept from one to the next. */
type Work = {
  readonly scores: Float64Array;
  readonly touched: number[];
  readonly isTouched: Int32Array;
  turn: number;
};

/** A feature that more classes share hardly tells them apart, and costs most. */
const mostClasses = 400;
const epochs = 12;
const firstRate = 10;

/** Numbers from 0 to 1, the same in each run: a model does not depend on chance. */
function steadyRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Multinomial logistic regression with weights only where a class has a feature in one of its own examples (the
 * "supported" features of maximum-entropy models): as good as all weights on the public sets, with one in hundred of
 * them. Trained by stochastic gradient descent with a falling rate.
 */
export class SparseSoftmax {
  readonly #state: SparseSoftmaxState;

  constructor(state: SparseSoftmaxState) {
    this.#state = state;
  }

  static trained(
    examples: readonly LabelledVector[],
    featureCount: number,
    classCount: number,
  ): SparseSoftmax {
    const supported = Array.from({ length: featureCount }, () => new Set<number>());
    for (const { vector, classes } of examples)
      for (const feature of vector.indexes) for (const one of classes) supported[feature]?.add(one);
    const kept = supported.map((of) => (of.size > mostClasses ? [] : [...of]));
    const starts = new Int32Array(featureCount + 1);
    kept.forEach((of, feature) => {
      starts[feature + 1] = (starts[feature] ?? 0) + of.length;
    });
    const classes = Int32Array.from(kept.flat());
    const made = new SparseSoftmax({
      starts,
      classes,
      weights: new Float32Array(classes.length),
      classCount,
    });
    made.#train(examples);
    return made;
  }

  /** What it takes to make it again. */
  get state(): SparseSoftmaxState {
    return this.#state;
  }

  get classCount(): number {
    return this.#state.classCount;
  }

  get weightCount(): number {
    return this.#state.weights.length;
  }

  #train(examples: readonly LabelledVector[]): void {
    const random = steadyRandom();
    const order = Int32Array.from(examples.keys());
    const work: Work = {
      scores: new Float64Array(this.classCount),
      touched: [],
      isTouched: new Int32Array(this.classCount),
      turn: 0,
    };
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      for (let at = order.length - 1; at > 0; at -= 1) {
        const other = Math.floor(random() * (at + 1));
        const kept = order[at] ?? 0;
        order[at] = order[other] ?? 0;
        order[other] = kept;
      }
      const rate = firstRate * (1 - epoch / epochs);
      for (const number of order) {
        const example = examples[number];
        work.turn += 1;
        if (example) this.#learn(example, rate, work);
      }
    }
  }

  #learn({ vector, classes }: LabelledVector, rate: number, work: Work): void {
    const { scores, touched } = work;
    this.#add(vector, scores, work);
    // A class with no weight for any of these features scores 0, and nothing of it is learned here.
    let highest = 0;
    for (const one of touched) highest = Math.max(highest, scores[one] ?? 0);
    let sum = (this.classCount - touched.length) * Math.exp(-highest);
    for (const one of touched) {
      const power = Math.exp((scores[one] ?? 0) - highest);
      scores[one] = power;
      sum += power;
    }
    for (const one of touched) scores[one] = (scores[one] ?? 0) / sum;
    for (const one of classes) scores[one] = (scores[one] ?? 0) - 1 / classes.length;
    const { indexes, values } = vector;
    const { starts, classes: ofFeature, weights } = this.#state;
    for (let at = 0; at < indexes.length; at += 1) {
      const feature = indexes[at] ?? 0;
      const step = rate * (values[at] ?? 0);
      const last = starts[feature + 1] ?? 0;
      for (let place = starts[feature] ?? 0; place < last; place += 1) {
        const one = ofFeature[place] ?? 0;
        weights[place] = (weights[place] ?? 0) - step * (scores[one] ?? 0);
      }
    }
    for (const one of touched) scores[one] = 0;
    touched.length = 0;
  }

  #add({ indexes, values }: SparseVector, scores: Float64Array, work?: Work): void {
    const { starts, classes, weights } = this.#state;
    for (let at = 0; at < indexes.length; at += 1) {
      const feature = indexes[at] ?? 0;
      const value = values[at] ?? 0;
      const last = starts[feature + 1] ?? 0;
      for (let place = starts[feature] ?? 0; place < last; place += 1) {
        const one = classes[place] ?? 0;
        if (work && work.isTouched[one] !== work.turn) {
          work.isTouched[one] = work.turn;
          work.touched.push(one);
        }
        scores[one] = (scores[one] ?? 0) + (weights[place] ?? 0) * value;
      }
    }
  }

  /** Scores of all classes; their differences are log odds. */
  scores(vector: SparseVector): Float64Array {
    const scores = new Float64Array(this.classCount);
    this.#add(vector, scores);
    return scores;
  }
}
