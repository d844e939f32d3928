import "server-only";
import {
  type CountedRatings,
  type ExclusionReason,
  isTooFew,
  teamsOf,
} from "#lib/reviews/counted-ratings.ts";
import type { Rating, RatingSummary } from "#lib/reviews/schema.ts";
import type { ShownRow } from "#lib/reviews/server/repository.ts";

type Person = { readonly name: string; readonly isActive: boolean };

/** The name of somebody who has left is nobody's business any more. */
const nameOf = (person: Person | undefined) => (person?.isActive ? person.name : null);

export function toRating(
  row: ShownRow,
  facts: {
    readonly viewerId: string;
    readonly reasons: ReadonlyMap<string, ExclusionReason>;
    readonly repliers: ReadonlyMap<string, Person>;
  },
): Rating {
  const { person, repliedAt } = row;
  return {
    id: row.id,
    stars: row.stars,
    text: row.text,
    author: nameOf(person),
    team: person.isActive ? (person.team?.name ?? null) : null,
    version: row.version,
    ratedAt: row.ratedAt.toISOString(),
    changedAt: row.changedAt?.toISOString() ?? null,
    isMine: row.personId === facts.viewerId,
    notCounted: facts.reasons.get(row.id) ?? null,
    reply:
      row.reply === null || repliedAt === null
        ? null
        : {
            text: row.reply,
            repliedAt: repliedAt.toISOString(),
            by: nameOf(facts.repliers.get(row.repliedById ?? "")),
            isToEarlier: row.changedAt !== null && row.changedAt > repliedAt,
          },
    source: row.source === "sample" ? "sample" : "live",
  };
}

/** Average and distribution of the ratings that count, or why they are not told. */
export function toSummary(result: CountedRatings): RatingSummary {
  const { counted } = result;
  const teams = teamsOf(result);
  if (isTooFew(result)) return { state: "too-few", counted: counted.length, teams };
  const distribution: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const { row } of counted) distribution[row.stars - 1] = (distribution[row.stars - 1] ?? 0) + 1;
  const weight = counted.reduce((sum, one) => sum + one.weight, 0);
  const average = counted.reduce((sum, one) => sum + one.weight * one.row.stars, 0) / weight;
  return { state: "shown", average, counted: counted.length, teams, distribution };
}
