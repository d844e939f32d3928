/** One ranked list, best first. */
export interface RankedList {
  readonly ids: readonly string[];
  readonly weight: number;
}

export interface FuseOptions {
  /** The higher, the less the first places stand out. */
  readonly k?: number;
  /** Ids that come first whatever the lists say, such as an exact name; in this order. */
  readonly pinned?: readonly string[];
  /** A factor per id, 1 when nothing speaks for or against it. */
  readonly prior?: (id: string) => number;
}

export interface FusedHit {
  readonly id: string;
  readonly score: number;
  /** Place in each list, counted from 1; null where it is missing. */
  readonly places: readonly (number | null)[];
  readonly isPinned: boolean;
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009): the sum of weight / (k + place), times the prior. */
export function fuse(lists: readonly RankedList[], options: FuseOptions = {}): FusedHit[] {
  const k = options.k ?? 60;
  const pinned = options.pinned ?? [];
  const places = new Map<string, (number | null)[]>();
  lists.forEach((list, at) => {
    list.ids.forEach((id, index) => {
      const row = places.get(id) ?? lists.map(() => null);
      row[at] ??= index + 1;
      places.set(id, row);
    });
  });
  for (const id of pinned)
    if (!places.has(id))
      places.set(
        id,
        lists.map(() => null),
      );
  const hits = [...places].map(([id, row]): FusedHit => {
    const sum = row.reduce<number>(
      (total, place, at) => total + (place === null ? 0 : (lists[at]?.weight ?? 0) / (k + place)),
      0,
    );
    return { id, score: sum * (options.prior?.(id) ?? 1), places: row, isPinned: pinned.includes(id) };
  });
  return hits.sort((left, right) => {
    if (left.isPinned && right.isPinned) return pinned.indexOf(left.id) - pinned.indexOf(right.id);
    if (left.isPinned !== right.isPinned) return left.isPinned ? -1 : 1;
    return right.score - left.score || (left.id < right.id ? -1 : 1);
  });
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
