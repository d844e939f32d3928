import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CountingContext,
  countedRatings,
  isTooFew,
  majorOf,
  type RatingRow,
  teamsOf,
  weightOf,
} from "#lib/reviews/counted-ratings.ts";

const now = new Date("2026-11-20T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const context: CountingContext = { major: 2, teamId: "own", answering: ["owner", "lead"], now };
let made = 0;

function row(facts: Partial<RatingRow> = {}): RatingRow {
  made += 1;
  return {
    id: `r${String(made).padStart(6, "0")}`,
    personId: `p${made}`,
    teamId: "a",
    major: 2,
    stars: 4,
    ratedAt: daysAgo(1),
    changedAt: null,
    withdrawnAt: null,
    isActivePerson: true,
    ...facts,
  };
}
const rows = (count: number, facts: Partial<RatingRow> = {}) =>
  Array.from({ length: count }, () => row(facts));
/** All that a number could be made from. */
const numbers = (list: readonly RatingRow[]) =>
  countedRatings(list, context).counted.map(({ row: { id, stars }, weight }) => ({ id, stars, weight }));

describe("a rating has no part in the number", () => {
  const ordinary = [...rows(3, { teamId: "a" }), ...rows(3, { teamId: "b" })];

  test.each([
    ["withdrawn", { withdrawnAt: daysAgo(0) }],
    ["former-colleague", { isActivePerson: false }],
    ["own-team", { teamId: "own" }],
    ["own-team", { teamNowId: "own" }],
    ["own-team", { personId: "owner" }],
    ["own-team", { personId: "lead" }],
    ["older-major", { major: 1 }],
  ] as const)("%s: %o", (reason, facts) => {
    const extra = row({ stars: 1, ...facts });
    const all = [...ordinary, extra];
    expect(numbers(all)).toEqual(numbers(ordinary));
    expect(countedRatings(all, context)).toMatchObject({ excluded: [{ reason, count: 1 }] });
    expect(countedRatings(all, context).reasons.get(extra.id)).toBe(reason);
  });

  test("a burst of one team beyond its five", () => {
    const five = [...rows(2, { teamId: "b" }), ...rows(5, { teamId: "a", ratedAt: daysAgo(30) })];
    const burst = rows(500, { teamId: "a", stars: 1, ratedAt: now });
    expect(numbers([...burst, ...five])).toEqual(numbers(five));
    expect(countedRatings([...burst, ...five], context).excluded).toEqual([
      { reason: "team-share", count: 500 },
    ]);
  });

  test("people without a team are taken as one team", () => {
    expect(countedRatings(rows(9, { teamId: null }), context).counted).toHaveLength(5);
  });

  test("the first reason that applies is the one that is told", () => {
    const former = row({ isActivePerson: false, teamId: "own", major: 1 });
    expect(countedRatings([former], context).excluded).toEqual([{ reason: "former-colleague", count: 1 }]);
  });
});

describe("one team", () => {
  test("counts more than five as long as that is at most a fifth of what counts", () => {
    const others = Array.from({ length: 8 }, (_, at) => rows(5, { teamId: `t${at}` })).flat();
    const { counted, excluded } = countedRatings([...others, ...rows(30, { teamId: "a" })], context);
    // 10 of 50 are a fifth, 11 of 51 are more.
    expect(counted.filter(({ row: { teamId } }) => teamId === "a")).toHaveLength(10);
    expect(excluded).toEqual([{ reason: "team-share", count: 20 }]);
  });

  test("never has more than five and more than a fifth, whatever the others do", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }), (sizes) => {
        const list = sizes.flatMap((size, at) => rows(size, { teamId: `t${at}` }));
        const { counted, excluded } = countedRatings(list, context);
        const left = excluded.reduce((sum, { count }) => sum + count, 0);
        expect(counted.length + left).toBe(list.length);
        for (const [at, size] of sizes.entries()) {
          const part = counted.filter(({ row: { teamId } }) => teamId === `t${at}`).length;
          expect(part).toBeGreaterThanOrEqual(Math.min(5, size));
          expect(part <= 5 || part <= 0.2 * counted.length).toBe(true);
        }
      }),
    );
  });
});

describe("weight", () => {
  test("halves each 180 days, and is 1 for a moment that a clock puts ahead", () => {
    const at = (days: number) => weightOf({ ratedAt: daysAgo(days), changedAt: null }, now);
    expect([at(0), at(180), at(360), at(-3)]).toEqual([1, 0.5, 0.25, 1]);
  });

  test("begins anew with a re-rating, which takes the place of the first and adds nothing", () => {
    const once = row({ ratedAt: daysAgo(180), stars: 2 });
    const again = { ...once, stars: 5, changedAt: now };
    expect(numbers([once])).toEqual([{ id: once.id, stars: 2, weight: 0.5 }]);
    expect(numbers([again])).toEqual([{ id: once.id, stars: 5, weight: 1 }]);
  });
});

describe("an average is told", () => {
  test("from five raters of two teams on", () => {
    const few = (...parts: RatingRow[][]) => isTooFew(countedRatings(parts.flat(), context));
    expect(few()).toBe(true);
    expect(few(rows(5, { teamId: "a" }))).toBe(true);
    expect(few(rows(3, { teamId: "a" }), rows(1, { teamId: "b" }))).toBe(true);
    expect(few(rows(4, { teamId: "a" }), rows(1, { teamId: "own" }))).toBe(true);
    expect(few(rows(4, { teamId: "a" }), rows(1, { teamId: "b" }))).toBe(false);
  });

  test("with the number of teams that have a part in it", () => {
    expect(teamsOf(countedRatings([...rows(2), ...rows(1, { teamId: "b" })], context))).toBe(2);
  });
});

test("the major number of a version", () => {
  expect(["2.3.0", "0.9.0", "12.0.1-rc.1", "draft"].map(majorOf)).toEqual([2, 0, 12, 0]);
});
