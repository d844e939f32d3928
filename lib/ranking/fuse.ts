/** Ids of one list with their scores, 0 or more. */
export interface ScoredList {
  readonly hits: readonly { readonly id: string; readonly score: number }[];
  /** The score of a perfect fit; with 0 nothing of the list counts. */
  readonly ideal: number;
  readonly weight: number;
}

export interface FuseOptions {
  /** Ids that come first whatever the lists say, such as an exact name; in this order. */
  readonly pinned?: readonly string[];
  /** A factor per id, 1 when nothing speaks for or against it. */
  readonly prior?: (id: string) => number;
}

export interface FusedHit {
  readonly id: string;
  readonly score: number;
}

/**
 * Adds up weight x score / ideal over the lists (a convex combination: Bruch, Gai and Ingber, 2023), times the prior;
 * best first. It keeps how much better one hit fits than the next, so a prior of some percent decides between equals and
 * moves nothing over what fits clearly better. Equal sums stand by id.
 */
export function fuse(lists: readonly ScoredList[], options: FuseOptions = {}): FusedHit[] {
  const pinned = options.pinned ?? [];
  const sums = new Map(pinned.map((id) => [id, 0]));
  for (const { hits, ideal, weight } of lists) {
    for (const { id, score } of ideal > 0 ? hits : []) {
      sums.set(id, (sums.get(id) ?? 0) + (weight * score) / ideal);
    }
  }
  const place = (id: string) => (pinned.includes(id) ? pinned.indexOf(id) : pinned.length);
  return [...sums]
    .map(([id, sum]) => ({ id, score: sum * (options.prior?.(id) ?? 1) }))
    .sort(
      (left, right) =>
        place(left.id) - place(right.id) || right.score - left.score || (left.id < right.id ? -1 : 1),
    );
}

export interface PriorFacts {
  /** Trust rating 0 to 100; absent or null when there is none, which counts as neither good nor bad. */
  readonly trust?: number | null;
  readonly usersIn28Days: number;
  readonly isDeprecated: boolean;
}

/** The small priors of the catalog: trust, use, deprecation. */
export function catalogPrior(facts: PriorFacts): number {
  const trust = facts.trust === undefined || facts.trust === null ? 1 : 0.9 + (0.2 * facts.trust) / 100;
  const use = 1 + 0.05 * Math.log10(1 + facts.usersIn28Days);
  return trust * use * (facts.isDeprecated ? 0.25 : 1);
}
