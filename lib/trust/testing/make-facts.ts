import type { RatingRow } from "#lib/reviews/counted-ratings.ts";
import { dayMs } from "#lib/trust/bounds.ts";
import type { SuiteRun, TrustFacts } from "#lib/trust/facts.ts";
import { standardSettings } from "#lib/trust/settings.ts";

export const today = new Date("2026-11-20T12:00:00Z");
export const daysAgo = (days: number): Date => new Date(today.getTime() - days * dayMs);

export function makeSuite(passed: number, items: number, more: Partial<SuiteRun> = {}): SuiteRun {
  return {
    suite: `suite of ${items}`,
    title: "Questions",
    version: "2.3.0",
    passed,
    items,
    floor: 0.5,
    target: 0.9,
    isOwnerReported: false,
    ranAt: daysAgo(20),
    ...more,
  };
}

/** Ratings of as many people, each of a team of their own, fresh enough to weigh fully. */
export function makeRatings(counts: readonly number[], more: Partial<RatingRow> = {}): RatingRow[] {
  let made = 0;
  return counts.flatMap((count, at) =>
    Array.from({ length: count }, (): RatingRow => {
      made += 1;
      return {
        id: `rating ${made}`,
        personId: `person ${made}`,
        teamId: `team ${made}`,
        major: 2,
        stars: at + 1,
        ratedAt: today,
        changedAt: null,
        withdrawnAt: null,
        isActivePerson: true,
        ...more,
      };
    }),
  );
}

/** The first case of the design: everything is known and nearly everything is good. */
export function makeFacts(more: Partial<TrustFacts> = {}): TrustFacts {
  const review = { outcome: "passed", reviewer: "Teresa Bicudo", reviewedAt: daysAgo(40) };
  return {
    at: today,
    lifecycle: "published",
    riskTier: "medium",
    isBlocked: false,
    version: "2.3.0",
    suites: [makeSuite(460, 500), makeSuite(170, 200)],
    calls: { good: 4980, valid: 5000 },
    ownCalls: 0,
    probes: { good: 0, valid: 0 },
    slo: 0.99,
    reviews: [
      { ...review, kind: "security", expiresAt: daysAgo(-90) },
      { ...review, kind: "privacy", expiresAt: daysAgo(-90) },
    ],
    ownership: {
      team: { name: "Field Operations", activePeople: 6 },
      activeMaintainers: 2,
      confirmedAt: daysAgo(30),
      hasContact: true,
      hasSuccessor: false,
      unownedSince: null,
      questions: [{ askedAt: daysAgo(10), answeredAt: daysAgo(9) }],
    },
    docs: { verifiedAt: daysAgo(60), verifiedBy: "Mara Lind" },
    ratings: makeRatings([3, 7, 17, 53, 120]),
    near: { teamId: "owning team", answering: ["the owner"] },
    prior: standardSettings.people.prior,
    exemptions: [],
    hasSample: false,
    ...more,
  };
}
