import type { RatingFact } from "#lib/trust/facts.ts";
import { type ExclusionKind, exclusionKinds } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

export type GuardedRatings = {
  readonly counted: readonly RatingFact[];
  readonly excluded: Record<ExclusionKind, number>;
};

const hourMs = 3_600_000;
const byAge = (a: RatingFact, b: RatingFact) =>
  a.ratedAt.getTime() - b.ratedAt.getTime() || (a.personId < b.personId ? -1 : 1);

function reasonOf(rating: RatingFact): ExclusionKind | null {
  if (rating.isWithdrawn) return "withdrawn";
  if (!rating.isPersonActive) return "deactivated";
  if (rating.isOwn) return "own";
  return rating.hasUsed ? null : "without-use";
}

/** Per person and major version only the newest. */
function replaced(ratings: readonly RatingFact[]): Set<RatingFact> {
  const newest = new Map<string, RatingFact>();
  for (const rating of ratings) newest.set(`${rating.personId} ${rating.major}`, rating);
  const kept = new Set(newest.values());
  return new Set(ratings.filter((rating) => !kept.has(rating)));
}

/** Ratings that came in faster than people come to judge by themselves; none of such a burst counts. */
function bursts(ratings: readonly RatingFact[], most: number, hours: number): Set<RatingFact> {
  const found = new Set<RatingFact>();
  ratings.forEach((last, at) => {
    const first = ratings[at - most];
    if (!first || last.ratedAt.getTime() - first.ratedAt.getTime() > hours * hourMs) return;
    for (const rating of ratings.slice(at - most, at + 1)) found.add(rating);
  });
  return found;
}

/** What one team may not add any more: beyond some ratings, or a share of all, its oldest give way. */
function beyondTeamShare(
  ratings: readonly RatingFact[],
  { perTeam, teamShare }: TrustSettings["people"],
): Set<RatingFact> {
  const most = Math.max(perTeam, Math.floor(ratings.length * teamShare));
  const seen = new Map<string, number>();
  const found = new Set<RatingFact>();
  for (const rating of ratings.toReversed()) {
    if (rating.teamId === null) continue;
    const count = (seen.get(rating.teamId) ?? 0) + 1;
    seen.set(rating.teamId, count);
    if (count > most) found.add(rating);
  }
  return found;
}

/** The ratings that count, and how many do not for each reason. The answer does not depend on their order. */
export function guardRatings(
  ratings: readonly RatingFact[],
  { people }: Pick<TrustSettings, "people">,
): GuardedRatings {
  const excluded = Object.fromEntries(exclusionKinds.map((kind) => [kind, 0])) as GuardedRatings["excluded"];
  let counted = ratings.toSorted(byAge).filter((rating) => {
    const reason = reasonOf(rating);
    if (reason) excluded[reason] += 1;
    return reason === null;
  });
  const without = (kind: ExclusionKind, those: ReadonlySet<RatingFact>) => {
    excluded[kind] += those.size;
    counted = counted.filter((rating) => !those.has(rating));
  };
  without("replaced", replaced(counted));
  without("burst", bursts(counted, people.burstRatings, people.burstHours));
  without("team-share", beyondTeamShare(counted, people));
  return { counted, excluded };
}
