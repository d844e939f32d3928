import { describe, expect, it } from "vitest";
import type { TrustFacts } from "#lib/trust/facts.ts";
import { rate } from "#lib/trust/rate.ts";
import { standardSettings as settings } from "#lib/trust/settings.ts";
import { daysAgo, makeFacts, makeSuite } from "#lib/trust/testing/make-facts.ts";

const rated = (more: Partial<TrustFacts> = {}) => rate(makeFacts(more), settings);
const kinds = (more: Partial<TrustFacts>) => rated(more).gates.map(({ kind }) => kind);
const [security, privacy] = makeFacts().reviews;
if (!security || !privacy) throw new Error("Two reviews were expected.");
const expired = [{ ...security, expiresAt: daysAgo(1) }, privacy];
const ownership = makeFacts().ownership;

describe("gates come before the number", () => {
  it("none stands for a tool that is in order", () => {
    expect(rated().gates).toEqual([]);
  });

  it("a blocked tool has no number and no band", () => {
    expect(rated({ isBlocked: true })).toMatchObject({
      score: null,
      band: null,
      gates: [{ kind: "blocked" }],
    });
  });

  it("a tool loses its number after 30 days without anybody active", () => {
    const since = (days: number) => rated({ ownership: { ...ownership, unownedSince: daysAgo(days) } });
    expect(since(30).score).not.toBeNull();
    expect(since(30.001)).toMatchObject({ score: null, gates: [{ kind: "unowned" }] });
  });

  it("fewer than three of evaluation, reliability, compliance and ownership give no number", () => {
    expect(rated({ suites: [] }).score).not.toBeNull();
    expect(rated({ suites: [], calls: { good: 9, valid: 9 } })).toMatchObject({ score: null, band: null });
    expect(kinds({ suites: [], reviews: [] })).toContain("not-yet-rated");
  });

  it("a suite that does not clear its floor holds the number at 49", () => {
    const suites = [makeSuite(460, 500), makeSuite(100, 200)];
    expect(rated({ suites })).toMatchObject({
      band: "not-recommended",
      gates: [{ kind: "evaluation-at-floor" }],
    });
    expect(rated({ suites }).score).toBeLessThanOrEqual(49);
  });

  it("an expired review holds it at 64, from the moment it ends", () => {
    expect(rated({ reviews: expired })).toMatchObject({ score: 64, band: "use-with-care" });
    const now = [{ ...security, expiresAt: makeFacts().at }, privacy];
    expect(rated({ reviews: now }).score).toBe(64);
  });

  it("a high-risk tool is held at 64 until its current version is evaluated", () => {
    expect(rated({ riskTier: "high" }).gates).toEqual([]);
    const older = [makeSuite(500, 500, { version: "2.2.0" })];
    expect(kinds({ riskTier: "high", suites: older })).toEqual(["not-evaluated"]);
    expect(kinds({ riskTier: "high", suites: [] })).toEqual(["not-evaluated", "without-evaluation"]);
    expect(kinds({ riskTier: "medium", suites: older })).toEqual([]);
  });

  it("without evaluation the number stops at 79", () => {
    expect(rated({ suites: [] }).score).toBe(79);
    expect(rated({ suites: [] }).uncapped).toBeGreaterThan(79);
    expect(rated({ suites: [] }).band).toBe("good");
  });

  it("the lowest cap holds, and all that stand are told", () => {
    const suites = [makeSuite(100, 200)];
    expect(kinds({ suites, reviews: expired })).toEqual(["evaluation-at-floor", "review-expired"]);
    expect(rated({ suites, reviews: expired }).score).toBeLessThanOrEqual(49);
  });

  it("a deprecated tool keeps the number that it had", () => {
    const before = rated();
    const worse = makeFacts({ lifecycle: "deprecated", calls: { good: 0, valid: 5000 } });
    expect(rate(worse, settings, { before })).toMatchObject({ score: before.score, band: "trusted" });
    expect(rate({ ...worse, isBlocked: true }, settings, { before }).score).toBeNull();
    const again = rate({ ...worse, isBlocked: true }, settings, { before });
    expect(rate(worse, settings, { before: again }).score).toBe(before.score);
  });
});

describe("an exemption", () => {
  const exemption = { gate: "review-expired", reason: "The reviewer is ill.", expiresAt: daysAgo(-5) };

  it("lets a cap stand without holding, until its day", () => {
    const free = rated({ reviews: expired, exemptions: [exemption] });
    expect(free.score).toBeGreaterThan(64);
    expect(free.gates).toMatchObject([
      { kind: "review-expired", exempt: { reason: "The reviewer is ill." } },
    ]);
    expect(rated({ reviews: expired, exemptions: [{ ...exemption, expiresAt: daysAgo(0) }] }).score).toBe(64);
  });

  it("opens no other gate", () => {
    const suites = [makeSuite(100, 200)];
    expect(rated({ suites, reviews: expired, exemptions: [exemption] }).score).toBeLessThanOrEqual(49);
  });
});
