/** First and last bucket of a chosen range, both included. */
export type BucketRange = { from: number; to: number };

/** The range between two buckets in either order, kept inside `count` buckets. */
export function rangeBetween(a: number, b: number, count: number): BucketRange {
  const inside = (index: number) => Math.min(count - 1, Math.max(0, index));
  return { from: inside(Math.min(a, b)), to: inside(Math.max(a, b)) };
}

/** The bucket under a horizontal position, given as share of the width. */
export function bucketAt(share: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(share * count)));
}

/** Moves one end of a range by `step`; the ends may meet and never cross. */
export function moveEnd(
  range: BucketRange,
  end: keyof BucketRange,
  step: number,
  count: number,
): BucketRange {
  if (end === "from") return { ...range, from: Math.min(range.to, Math.max(0, range.from + step)) };
  return { ...range, to: Math.max(range.from, Math.min(count - 1, range.to + step)) };
}

/** The step of a key on a range handle; null for keys that do nothing. */
export function stepOfKey(key: string, count: number): number | null {
  if (key === "ArrowLeft" || key === "ArrowDown") return -1;
  if (key === "ArrowRight" || key === "ArrowUp") return 1;
  if (key === "PageDown") return -Math.max(2, Math.round(count / 10));
  if (key === "PageUp") return Math.max(2, Math.round(count / 10));
  if (key === "Home") return -count;
  if (key === "End") return count;
  return null;
}
