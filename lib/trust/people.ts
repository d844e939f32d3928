import {
  type CountedRatings,
  countedRatings,
  isTooFew,
  majorOf,
  teamsOf,
} from "#lib/reviews/counted-ratings.ts";
import { clamp } from "#lib/trust/bounds.ts";
import type { TrustFacts } from "#lib/trust/facts.ts";
import type { ComponentResults } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

const stars = [1, 2, 3, 4, 5] as const;
/** Ratings of the whole catalog by which its own distribution weighs as much as the expected one. */
const catalogPseudoRatings = 50;

/**
 * The lower bound of the mean of 1 to 5 stars as a share: a Dirichlet posterior over the stars, with pseudo-ratings at
 * the catalog's distribution as its prior. `counts` may be fractions, for older ratings weigh less.
 */
export function starsLowerBound(
  counts: readonly number[],
  prior: readonly number[],
  pseudoRatings: number,
  z: number,
): number {
  const weights = stars.map((_, at) => (counts[at] ?? 0) + pseudoRatings * (prior[at] ?? 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return 0;
  const moment = (power: number) =>
    stars.reduce((sum, star, at) => sum + star ** power * ((weights[at] ?? 0) / total), 0);
  const average = moment(1);
  const spread = Math.sqrt(Math.max(0, moment(2) - average ** 2) / (total + 1));
  return clamp((average - z * spread - 1) / 4);
}

type RatingFacts = Pick<TrustFacts, "ratings" | "near" | "version" | "at">;

function countedOf({ ratings, near, version, at }: RatingFacts): CountedRatings {
  return countedRatings(ratings, { ...near, major: version === null ? null : majorOf(version), now: at });
}

/** The shares of 1 to 5 stars over the counted ratings of all tools; the expected shares where there are few. */
export function catalogPrior(tools: readonly RatingFacts[], settings: TrustSettings): readonly number[] {
  const counts = settings.people.prior.map((share) => share * catalogPseudoRatings);
  for (const tool of tools) {
    for (const { row } of countedOf(tool).counted) {
      counts[row.stars - 1] = (counts[row.stars - 1] ?? 0) + 1;
    }
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

/** U: what people who used it and do not own it surely think of it. Without any rating it is the prior. */
export function peopleOf(
  facts: RatingFacts & Pick<TrustFacts, "prior">,
  settings: TrustSettings,
): ComponentResults["people"] {
  const ratings = countedOf(facts);
  const { counted, excluded } = ratings;
  const counts = stars.map((star) =>
    counted.reduce((sum, { row, weight }) => sum + (row.stars === star ? weight : 0), 0),
  );
  const sum = counted.reduce((total, { row }) => total + row.stars, 0);
  return {
    value: starsLowerBound(counts, facts.prior, settings.people.pseudoRatings, settings.confidence),
    counted: counted.length,
    teams: teamsOf(ratings),
    average: isTooFew(ratings) ? null : sum / counted.length,
    excluded: excluded.map(({ reason, count }) => ({ reason, count })),
    prior: [...facts.prior],
  };
}
