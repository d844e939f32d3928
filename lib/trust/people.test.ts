import { describe, expect, it } from "vitest";
import type { RatingRow } from "#lib/reviews/counted-ratings.ts";
import { catalogPrior, peopleOf, starsLowerBound } from "#lib/trust/people.ts";
import { standardSettings as settings } from "#lib/trust/settings.ts";
import { daysAgo, makeFacts, makeRatings } from "#lib/trust/testing/make-facts.ts";

const { prior, pseudoRatings } = settings.people;
const of = (ratings: readonly RatingRow[]) => peopleOf(makeFacts({ ratings }), settings);
const bound = (...counts: number[]) => starsLowerBound(counts, prior, pseudoRatings, settings.confidence);
const good = makeRatings([0, 0, 2, 8, 20]);
const more = (count: number, change: Partial<RatingRow>) =>
  makeRatings([count]).map((rating) => ({
    ...rating,
    id: `other ${rating.id}`,
    personId: `other ${rating.personId}`,
    ...change,
  }));

describe("people's ratings", () => {
  it("are the prior without any", () => {
    expect(of([]).value).toBe(bound());
    expect(bound()).toBeCloseTo(0.582, 3);
  });

  it("count less as they age: half after 180 days", () => {
    expect(of(makeRatings([0, 0, 0, 0, 8], { ratedAt: daysAgo(180) })).value).toBeCloseTo(
      bound(0, 0, 0, 0, 4),
    );
    expect(of(makeRatings([0, 0, 0, 0, 8])).value).toBeCloseTo(bound(0, 0, 0, 0, 8));
  });

  it("raise it the more surely the more of them there are", () => {
    expect(bound(0, 0, 0, 0, 100)).toBeGreaterThan(bound(0, 0, 0, 0, 10));
    expect(bound(1000, 0, 0, 0, 0)).toBeLessThan(bound(100, 0, 0, 0, 0));
  });

  it("show their average only from five people of two teams", () => {
    const spread = (count: number, teams: number) =>
      of(makeRatings([0, 0, 0, count]).map((rating, at) => ({ ...rating, teamId: `team ${at % teams}` })));
    expect(spread(4, 4).average).toBeNull();
    expect(spread(5, 1).average).toBeNull();
    expect(spread(5, 2).average).toBe(4);
  });

  it("take the distribution of the whole catalog as their prior, but not on a handful", () => {
    expect(catalogPrior([], settings)).toEqual(prior);
    const many = Array.from({ length: 40 }, () => makeFacts({ ratings: makeRatings([0, 0, 0, 0, 8]) }));
    expect(catalogPrior(many, settings)[4]).toBeGreaterThan(0.8);
    expect(catalogPrior([makeFacts({ ratings: more(5, { teamId: "owning team" }) })], settings)).toEqual(
      prior,
    );
  });
});

describe("each of these has no effect on the number and is counted", () => {
  it.each<[string, Partial<RatingRow>]>([
    ["own-team", { teamId: "owning team" }],
    ["own-team", { teamNowId: "owning team" }],
    ["own-team", { personId: "the owner" }],
    ["former-colleague", { isActivePerson: false }],
    ["withdrawn", { withdrawnAt: daysAgo(1) }],
    ["older-major", { major: 1 }],
  ])("%s: %o", (reason, change) => {
    const rated = of([...good, ...more(6, change)]);
    expect(rated).toEqual({ ...of(good), excluded: [{ reason, count: 6 }] });
  });

  it("a burst of one team beyond what a team may count with", () => {
    const few = makeRatings([0, 0, 0, 5, 5]);
    const five = more(5, { teamId: "one team", ratedAt: daysAgo(1), stars: 4 });
    const burst = more(400, { teamId: "one team" }).map((rating) => ({
      ...rating,
      id: `burst ${rating.id}`,
    }));
    const rated = of([...few, ...five, ...burst]);
    expect(rated).toEqual({ ...of([...few, ...five]), excluded: [{ reason: "team-share", count: 400 }] });
  });
});
