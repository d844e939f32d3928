/** The scores of documents while a query is read, by document number. Kept from one query to the next. */
export class ScoreSums {
  scores: Float64Array;
  /** Documents with a score, in the order in which they came up. */
  readonly touched: number[] = [];
  #best: Float64Array | null = null;
  readonly #bestTouched: number[] = [];
  #isBest = false;

  constructor(documentCount = 0) {
    this.scores = new Float64Array(documentCount);
  }

  /** Forgets all scores and makes room for so many documents. */
  begin(documentCount: number): void {
    for (const document of this.touched) this.scores[document] = 0;
    this.touched.length = 0;
    if (documentCount <= this.scores.length) return;
    this.scores = new Float64Array(documentCount * 1.25 + 64);
    this.#best = null;
  }

  /** Adds to the sum of a document, or between `beginBest` and `endBest` offers it as the best of one word. */
  add(document: number, score: number): void {
    if (this.#isBest && this.#best) {
      const before = this.#best[document] ?? 0;
      if (before === 0) this.#bestTouched.push(document);
      if (score > before) this.#best[document] = score;
      return;
    }
    const before = this.scores[document] ?? 0;
    if (before === 0) this.touched.push(document);
    this.scores[document] = before + score;
  }

  beginBest(): void {
    this.#best ??= new Float64Array(this.scores.length);
    this.#isBest = true;
  }

  endBest(): void {
    this.#isBest = false;
    for (const document of this.#bestTouched) {
      this.add(document, this.#best?.[document] ?? 0);
      if (this.#best) this.#best[document] = 0;
    }
    this.#bestTouched.length = 0;
  }
}

const buckets = 1024;

/** A score that at least `count` of the documents reach, and not many more. */
function edgeOf(documents: readonly number[], scores: Float64Array, count: number): number {
  let highest = 0;
  for (const document of documents) highest = Math.max(highest, scores[document] ?? 0);
  const filled = new Uint32Array(buckets + 1);
  const scale = buckets / highest;
  for (const document of documents) {
    const bucket = Math.floor((scores[document] ?? 0) * scale);
    filled[bucket] = (filled[bucket] ?? 0) + 1;
  }
  let reached = 0;
  let bucket = buckets + 1;
  while (bucket > 0 && reached < count) {
    bucket -= 1;
    reached += filled[bucket] ?? 0;
  }
  return bucket / scale;
}

/**
 * The documents with the best scores first, in order; beyond `count` (or a few more) the others follow as they came.
 * Equal scores keep the order of their numbers.
 */
export function bestFirst(
  documents: readonly number[],
  scores: Float64Array,
  count = Number.POSITIVE_INFINITY,
): { readonly best: number[]; readonly others: number[] } {
  const byScore = (left: number, right: number) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right;
  if (documents.length <= count * 2 || documents.length < 64)
    return { best: documents.toSorted(byScore), others: [] };
  const edge = edgeOf(documents, scores, count);
  const best: number[] = [];
  const others: number[] = [];
  for (const document of documents) ((scores[document] ?? 0) >= edge ? best : others).push(document);
  best.sort(byScore);
  return { best, others };
}
