/** Ranked ids against graded relevance: id -> grade above 0. */
export type Judged = { readonly ranked: readonly string[]; readonly grades: ReadonlyMap<string, number> };

/** Share of the relevant ids among the first `count`. */
export function recallAt({ ranked, grades }: Judged, count: number): number {
  if (grades.size === 0) return 0;
  return ranked.slice(0, count).filter((id) => grades.has(id)).length / grades.size;
}

/** One over the place of the first relevant id; 0 without one. */
export function reciprocalRank({ ranked, grades }: Judged): number {
  const at = ranked.findIndex((id) => grades.has(id));
  return at === -1 ? 0 : 1 / (at + 1);
}

const discounted = (gains: readonly number[]) =>
  gains.reduce((sum, gain, at) => sum + (2 ** gain - 1) / Math.log2(at + 2), 0);

/** Normalised discounted cumulative gain of the first ten, with gains 2^grade - 1 (Järvelin and Kekäläinen, 2002). */
export function ndcgAt10({ ranked, grades }: Judged): number {
  const ideal = discounted([...grades.values()].sort((a, b) => b - a).slice(0, 10));
  return ideal === 0 ? 0 : discounted(ranked.slice(0, 10).map((id) => grades.get(id) ?? 0)) / ideal;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value that a share of all do not pass; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
