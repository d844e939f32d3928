import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RatingRow } from "#lib/reviews/counted-ratings.ts";
import { mean } from "#lib/trust/bounds.ts";
import { type ComponentValues, combine, countedValues } from "#lib/trust/combine.ts";
import type { SuiteRun, TrustFacts } from "#lib/trust/facts.ts";
import { trustComponents } from "#lib/trust/mark.ts";
import { rate } from "#lib/trust/rate.ts";
import { standardSettings as settings } from "#lib/trust/settings.ts";
import { daysAgo, makeFacts, makeSuite } from "#lib/trust/testing/make-facts.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const value = fc.option(share, { nil: null });
const values: fc.Arbitrary<ComponentValues> = fc.record({
  evaluation: value,
  reliability: value,
  compliance: value,
  ownership: value,
  freshness: value,
  people: value,
});
const ratings: fc.Arbitrary<RatingRow[]> = fc
  .array(
    fc.record({
      teamId: fc.option(
        fc.integer({ min: 0, max: 4 }).map((at) => `team ${at}`),
        { nil: null },
      ),
      major: fc.integer({ min: 1, max: 2 }),
      stars: fc.integer({ min: 1, max: 5 }),
      ratedAt: fc.double({ min: 0, max: 400, noNaN: true }).map(daysAgo),
      isActivePerson: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map((row, at) => {
      const none = { changedAt: null, withdrawnAt: null };
      return { ...row, ...none, id: `rating ${at}`, personId: `person ${at}` };
    }),
  );
const suite: fc.Arbitrary<SuiteRun> = fc
  .record({
    suite: fc.constantFrom("one", "two"),
    items: fc.integer({ min: 1, max: 400 }),
    passes: share,
    days: fc.double({ min: 1, max: 200, noNaN: true }),
    version: fc.constantFrom("2.3.0", "2.2.0"),
  })
  .map(({ suite: name, items, passes, days, version }) =>
    makeSuite(Math.floor(items * passes), items, { suite: name, ranAt: daysAgo(days), version }),
  );
const facts: fc.Arbitrary<TrustFacts> = fc
  .record({
    riskTier: fc.constantFrom("low", "medium", "high"),
    suites: fc.array(suite, { maxLength: 4 }),
    ratings,
    isBlocked: fc.boolean(),
    lifecycle: fc.constantFrom("published", "deprecated"),
    reviewEnds: fc.integer({ min: -60, max: 60 }),
    valid: fc.integer({ min: 0, max: 600 }),
    good: share,
  })
  .map(({ reviewEnds, valid, good, ...rest }) => {
    const base = makeFacts(rest);
    const reviews = base.reviews.map((one) => ({ ...one, expiresAt: daysAgo(-reviewEnds) }));
    return { ...base, reviews, calls: { valid, good: Math.floor(valid * good) } };
  });

describe("for any evidence", () => {
  it("the number rises or stays when a component rises", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...trustComponents), share, (some, component, more) => {
        const known = some[component];
        if (known === null) return;
        const raised = { ...some, [component]: known + (1 - known) * more };
        expect(combine(raised, settings)).toBeGreaterThanOrEqual(combine(some, settings) - 1e-9);
      }),
    );
  });

  it("a component without evidence is worth half the mean of the others", () => {
    fc.assert(
      fc.property(values, (some) => {
        const known = trustComponents.flatMap((name) => some[name] ?? []);
        const counted = countedValues(some);
        for (const name of trustComponents) {
          const instead = known.length > 0 ? mean(known) / 2 : 0;
          expect(counted[name]).toBeCloseTo(some[name] ?? instead, 10);
        }
      }),
    );
  });

  it("the number lies between 0 and 100, under every gate that holds", () => {
    fc.assert(
      fc.property(facts, (some) => {
        const { score, gates, band, uncapped } = rate(some, settings);
        const suspends = gates.some(({ kind }) => ["blocked", "unowned", "not-yet-rated"].includes(kind));
        expect(score === null).toBe(suspends);
        expect(band === null).toBe(suspends);
        if (score === null) return;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(Math.min(100, uncapped));
        for (const { cap } of gates) if (cap !== null) expect(score).toBeLessThanOrEqual(cap);
      }),
    );
  });

  it("ratings that do not count change nothing but their own count", () => {
    const without = fc.constantFrom<Partial<RatingRow>>(
      { teamId: "owning team" },
      { teamNowId: "owning team" },
      { personId: "the owner" },
      { withdrawnAt: daysAgo(1) },
      { isActivePerson: false },
      { major: 1 },
    );
    fc.assert(
      fc.property(facts, ratings, without, (some, added, change) => {
        const more = added.map((one) => ({ ...one, id: `more ${one.id}`, ...change }));
        const { components, ...rest } = rate(some, settings);
        const after = rate({ ...some, ratings: [...some.ratings, ...more] }, settings);
        expect({ ...rest, people: components.people.value }).toEqual({
          ...rest,
          score: after.score,
          uncapped: after.uncapped,
          band: after.band,
          people: after.components.people.value,
        });
        const excluded = (counts: readonly { count: number }[]) =>
          counts.reduce((sum, { count }) => sum + count, 0);
        expect(excluded(after.components.people.excluded)).toBe(
          excluded(components.people.excluded) + more.length,
        );
      }),
    );
  });

  it("the order of the evidence does not matter", () => {
    fc.assert(
      fc.property(facts, (some) => {
        const turned = {
          ...some,
          suites: some.suites.toReversed(),
          ratings: some.ratings.toReversed(),
          reviews: some.reviews.toReversed(),
        };
        expect(rate(turned, settings).uncapped).toBeCloseTo(rate(some, settings).uncapped, 9);
      }),
    );
  });

  it("evidence is replaced by newer only: older runs and reviews change nothing", () => {
    fc.assert(
      fc.property(facts, suite, (some, run) => {
        const { suites, reviews } = some;
        const known = suites.filter((one) => one.suite === run.suite);
        if (known.length === 0) return;
        const oldest = Math.min(...known.map(({ ranAt }) => ranAt.getTime()));
        const older = { ...run, ranAt: new Date(oldest - 1000) };
        const [review] = reviews;
        const olderReview = review && {
          ...review,
          outcome: "failed",
          reviewedAt: new Date(review.reviewedAt.getTime() - 1000),
        };
        const more = {
          ...some,
          suites: [...suites, older],
          reviews: olderReview ? [...reviews, olderReview] : reviews,
        };
        expect(rate(more, settings)).toEqual(rate(some, settings));
      }),
    );
  });
});
