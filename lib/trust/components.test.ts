import { describe, expect, it } from "vitest";
import { wilsonLowerBound } from "#lib/trust/bounds.ts";
import { complianceOf } from "#lib/trust/compliance.ts";
import { evaluationOf } from "#lib/trust/evaluation.ts";
import { freshnessOf } from "#lib/trust/freshness.ts";
import { callsNeeded, reliabilityOf } from "#lib/trust/reliability.ts";
import { standardSettings as settings } from "#lib/trust/settings.ts";
import { daysAgo, makeFacts, makeSuite, today } from "#lib/trust/testing/make-facts.ts";

describe("evaluation", () => {
  const earned = (passed: number, items: number, more = {}) =>
    evaluationOf({ suites: [makeSuite(passed, items, more)], version: "2.3.0" }, settings).value;

  it("takes Wilson's lower bound, not the share", () => {
    expect(wilsonLowerBound(460, 500, 1.645)).toBeCloseTo(0.898, 3);
    expect(wilsonLowerBound(0, 10, 1.645)).toBe(0);
    expect(wilsonLowerBound(0, 0, 1.645)).toBe(0);
    expect(wilsonLowerBound(10, 10, 1.645)).toBeCloseTo(0.787, 3);
  });

  it("is nothing at the floor and everything at the target", () => {
    expect(earned(100, 200)).toBe(0);
    expect(earned(2000, 2000)).toBe(1);
    expect(earned(460, 500)).toBeCloseTo((0.898 - 0.5) / 0.4, 2);
    expect(earned(460, 500, { floor: 0.9, target: 0.9 })).toBe(0);
    expect(earned(490, 500, { floor: 0.9, target: 0.9 })).toBe(1);
  });

  it("lets the weakest suite count for more than its share", () => {
    const suites = [makeSuite(2000, 2000), makeSuite(100, 200)];
    expect(evaluationOf({ suites, version: "2.3.0" }, settings).value).toBeCloseTo(0.3);
  });

  it("halves what the owner reports, and what ran on another version", () => {
    const whole = earned(460, 500) ?? 0;
    expect(earned(460, 500, { isOwnerReported: true })).toBeCloseTo(whole / 2);
    expect(earned(460, 500, { version: "2.2.0" })).toBeCloseTo(whole / 2);
    expect(earned(460, 500, { version: "2.2.0", isOwnerReported: true })).toBeCloseTo(whole / 4);
  });

  it("takes the newest run of a suite, in whatever order they come", () => {
    const old = makeSuite(500, 500, { suite: "one", ranAt: daysAgo(50) });
    const bad = makeSuite(300, 500, { suite: "one", ranAt: daysAgo(2) });
    const alone = evaluationOf({ suites: [bad], version: "2.3.0" }, settings);
    for (const suites of [
      [old, bad],
      [bad, old],
    ]) {
      expect(evaluationOf({ suites, version: "2.3.0" }, settings)).toEqual(alone);
    }
  });

  it("has no evidence without a run", () => {
    expect(evaluationOf({ suites: [], version: "1.0.0" }, settings).value).toBeNull();
    expect(evaluationOf({ suites: [makeSuite(0, 0)], version: "2.3.0" }, settings).value).toBeNull();
  });
});

describe("reliability", () => {
  const of = (good: number, valid: number, more = {}) =>
    reliabilityOf(
      { calls: { good, valid }, probes: { good: 0, valid: 0 }, ownCalls: 0, slo: 0.99, ...more },
      settings,
    ).value;

  it("is whole while half of the error budget is left, and nothing when it is used twice", () => {
    expect(of(4975, 5000)).toBeCloseTo(1);
    expect(of(4950, 5000)).toBeCloseTo(2 / 3);
    expect(of(4900, 5000)).toBeCloseTo(0);
    expect(of(4000, 5000)).toBe(0);
  });

  it("needs three calls for each that the promise lets fail", () => {
    expect([callsNeeded(0.99), callsNeeded(0.95), callsNeeded(0.999), callsNeeded(1)]).toEqual([
      300, 60, 3000, 30_000,
    ]);
    expect(of(299, 299)).toBeNull();
    expect(of(300, 300)).toBe(1);
    expect(of(0, 0)).toBeNull();
  });

  it("counts probes with the calls, and stops at 0.9 with probes alone", () => {
    const probes = { good: 400, valid: 400 };
    expect(of(0, 0, { probes })).toBe(0.9);
    expect(of(1, 1, { probes })).toBe(1);
  });

  it("expects the usual where nothing is promised, and survives a promise of all", () => {
    expect(of(95, 100, { slo: null })).toBeCloseTo(2 / 3);
    expect(of(30_000, 30_000, { slo: 1 })).toBe(1);
  });
});

describe("compliance", () => {
  const [security, privacy] = makeFacts().reviews;
  if (!security || !privacy) throw new Error("Two reviews were expected.");
  const of = (reviews: readonly unknown[], riskTier = "medium", at = today) =>
    complianceOf({ reviews: reviews as (typeof security)[], riskTier, at }, settings);

  it("is half the mean and half the weakest of the reviews that the risk tier asks for", () => {
    expect(of([security, privacy]).value).toBe(1);
    expect(of([security]).value).toBeCloseTo(0.25);
    expect(of([security], "low").value).toBe(1);
    expect(of([security], "a tier that nobody knows").value).toBeCloseTo(0.25);
  });

  it("falls to nothing in the 30 days after the end, and not before it", () => {
    const endsIn = (days: number) => of([{ ...security, expiresAt: daysAgo(-days) }], "low");
    expect(endsIn(1 / 86_400_000).value).toBe(1);
    expect([endsIn(0).value, endsIn(0).reviews[0]?.state]).toEqual([1, "expired"]);
    expect(endsIn(-15).value).toBeCloseTo(0.5);
    expect(endsIn(-30).value).toBe(0);
    expect(endsIn(-300).value).toBe(0);
  });

  it("gives nothing for a failed review, also when an older one had passed", () => {
    const failed = { ...security, outcome: "failed", reviewedAt: daysAgo(1) };
    expect(of([failed, security], "low").value).toBe(0);
    expect(of([security, failed], "low").value).toBe(0);
    const again = { ...security, reviewedAt: daysAgo(0) };
    expect(of([security, failed, again], "low").value).toBe(1);
  });

  it("has no evidence when none of the required reviews is there", () => {
    expect(of([]).value).toBeNull();
    expect(of([{ ...security, kind: "accessibility" }]).value).toBeNull();
  });
});

describe("freshness", () => {
  const of = (docs: number | null, runs: readonly number[]) =>
    freshnessOf(
      {
        at: today,
        docs: docs === null ? null : { verifiedAt: daysAgo(docs), verifiedBy: "Mara Lind" },
        suites: runs.map((days, at) => makeSuite(9, 10, { suite: `${at}`, ranAt: daysAgo(days) })),
      },
      settings,
    ).value;

  it("is whole within the grace, and halves with each half-life after it", () => {
    expect(of(90, [30])).toBe(1);
    expect(of(270, [30])).toBeCloseTo(Math.SQRT1_2);
    expect(of(90, [90])).toBeCloseTo(Math.SQRT1_2);
    expect(of(450, [150])).toBeCloseTo(0.25);
  });

  it("goes by the suite that ran longest ago", () => {
    expect(of(1, [1, 90])).toBeCloseTo(Math.SQRT1_2);
  });

  it("goes by what there is", () => {
    expect(of(270, [])).toBeCloseTo(0.5);
    expect(of(null, [90])).toBeCloseTo(0.5);
    expect(of(null, [])).toBeNull();
  });
});
