import { describe, expect, it } from "vitest";
import type { RatingFact } from "#lib/trust/facts.ts";
import { catalogPrior, peopleOf, starsLowerBound } from "#lib/trust/people.ts";
import { guardRatings } from "#lib/trust/rating-guards.ts";
import { standardSettings as settings } from "#lib/trust/settings.ts";
import { daysAgo, makeRatings, today } from "#lib/trust/testing/make-facts.ts";

const prior = settings.people.prior;
const of = (ratings: readonly RatingFact[]) => peopleOf({ ratings, prior, at: today }, settings);
const good = makeRatings([0, 0, 2, 8, 20]).map((rating, at) => ({ ...rating, ratedAt: daysAgo(at) }));
const more = (count: number, change: Partial<RatingFact>) =>
  makeRatings([count]).map((rating, at) => ({
    ...rating,
    personId: `other ${at}`,
    ratedAt: daysAgo(at + 0.5),
    ...change,
  }));

describe("people's ratings", () => {
  it("are the prior without any", () => {
    const expected = starsLowerBound([], prior, settings.people.pseudoRatings, settings.confidence);
    expect(of([]).value).toBe(expected);
    expect(expected).toBeCloseTo(0.582, 3);
  });

  it("count less as they age: half after 180 days", () => {
    const at = (days: number) =>
      of(makeRatings([0, 0, 0, 0, 8], { ratedAt: daysAgo(days) }).slice(0, 8)).value;
    expect(at(180)).toBeCloseTo(starsLowerBound([0, 0, 0, 0, 4], prior, 10, 1.645));
    expect(at(0)).toBeGreaterThan(at(180) ?? 1);
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
    const many = Array.from({ length: 40 }, (_, at) => ({
      ratings: makeRatings([0, 0, 0, 0, 8]).map((rating) => ({
        ...rating,
        personId: `${at} ${rating.personId}`,
      })),
    }));
    expect(catalogPrior(many, settings)[4]).toBeGreaterThan(0.8);
    expect(catalogPrior([{ ratings: more(5, { isOwn: true }) }], settings)).toEqual(prior);
  });
});

describe("each of these has no effect on the number and is counted", () => {
  const expected = of(good);
  const cases: readonly [string, keyof typeof expected.excluded, readonly RatingFact[]][] = [
    ["the owning team and its line", "own", more(6, { isOwn: true })],
    ["somebody who had not used it", "without-use", more(6, { hasUsed: false })],
    ["people who are gone", "deactivated", more(6, { isPersonActive: false })],
    ["what was taken back", "withdrawn", more(6, { isWithdrawn: true })],
    [
      "an older rating of the same person and version",
      "replaced",
      good.slice(0, 6).map((rating) => ({ ...rating, stars: 1, ratedAt: daysAgo(300) })),
    ],
    ["a burst", "burst", more(11, { ratedAt: daysAgo(40.3) })],
  ];

  it.each(cases)("%s", (_, kind, added) => {
    const rated = of([...good, ...added]);
    expect(rated.value).toBe(expected.value);
    expect(rated.excluded).toEqual({ ...expected.excluded, [kind]: added.length });
  });

  it("one team beyond five ratings or a fifth of all: its oldest give way", () => {
    const team = more(7, { teamId: "one team" });
    const { counted, excluded } = guardRatings([...good, ...team], settings);
    // 37 ratings, of which a fifth is 7.
    expect([counted.length, excluded["team-share"]]).toEqual([37, 0]);
    const larger = guardRatings([...good, ...more(9, { teamId: "one team" })], settings);
    expect(larger.excluded["team-share"]).toBe(2);
    expect(
      larger.counted.filter(({ teamId }) => teamId === "one team").map(({ personId }) => personId),
    ).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => `other ${at}`));
    const alone = guardRatings(more(7, { teamId: "one team" }), settings);
    expect([alone.counted.length, alone.excluded["team-share"]]).toEqual([5, 2]);
  });

  it("ten ratings in an hour are no burst, eleven are", () => {
    expect(guardRatings(more(10, { ratedAt: daysAgo(3) }), settings).excluded.burst).toBe(0);
    const spread = more(11, {}).map((rating, at) => ({
      ...rating,
      ratedAt: new Date(today.getTime() + at * 360_001),
    }));
    expect(guardRatings(spread, settings).excluded.burst).toBe(0);
    expect(guardRatings(more(11, { ratedAt: daysAgo(3) }), settings).excluded.burst).toBe(11);
  });

  it("one person may rate each major version", () => {
    const [one] = good;
    if (!one) throw new Error("A rating was expected.");
    expect(guardRatings([...good, { ...one, major: 3 }], settings).counted).toHaveLength(31);
  });
});
