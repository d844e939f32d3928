import type { CountingContext, RatingRow } from "#lib/reviews/counted-ratings.ts";

/** One run of an evaluation suite. Runs are never taken away; a newer run of the same suite takes their place. */
export type SuiteRun = {
  readonly suite: string;
  readonly title: string;
  readonly version: string;
  readonly passed: number;
  readonly items: number;
  /** Set by somebody outside the owning team, 0 to 1. */
  readonly floor: number;
  readonly target: number;
  readonly isOwnerReported: boolean;
  readonly ranAt: Date;
};

/** Refused and stopped calls are not valid: they say nothing about the tool. */
export type CallCount = { readonly good: number; readonly valid: number };

export type ReviewFact = {
  readonly kind: string;
  readonly outcome: string;
  readonly reviewer: string;
  readonly reviewedAt: Date;
  readonly expiresAt: Date;
};

export type OwnershipFacts = {
  /** Null when nobody owns the tool. */
  readonly team: { readonly name: string; readonly activePeople: number } | null;
  /** Of product owner and deputy, how many are named and active. */
  readonly activeMaintainers: number;
  readonly confirmedAt: Date | null;
  readonly hasContact: boolean;
  /** Whether somebody is known to whom the tool falls: an active lead of its domain. */
  readonly hasSuccessor: boolean;
  /** Since when nobody active is named; null while somebody is. */
  readonly unownedSince: Date | null;
  readonly questions: readonly { readonly askedAt: Date; readonly answeredAt: Date | null }[];
};

export const exemptibleGates = ["evaluation-at-floor", "review-expired", "not-evaluated"] as const;
export type ExemptibleGate = (typeof exemptibleGates)[number];

export type ExemptionFact = {
  readonly gate: string;
  readonly reason: string;
  readonly expiresAt: Date;
};

/** All that the rating knows of a tool at a moment. */
export type TrustFacts = {
  readonly at: Date;
  readonly lifecycle: string;
  readonly riskTier: string;
  readonly isBlocked: boolean;
  readonly version: string | null;
  readonly suites: readonly SuiteRun[];
  /** Calls by people outside the owning team. */
  readonly calls: CallCount;
  /** Calls that were left out because the owning team made them. */
  readonly ownCalls: number;
  readonly probes: CallCount;
  /** The promised share of good calls; null without a promise. */
  readonly slo: number | null;
  readonly reviews: readonly ReviewFact[];
  readonly ownership: OwnershipFacts;
  /** The newest review in which somebody read the docs and found them right. */
  readonly docs: { readonly verifiedAt: Date; readonly verifiedBy: string } | null;
  readonly ratings: readonly RatingRow[];
  /** Who is too near to the tool to have a part in its number. */
  readonly near: Pick<CountingContext, "teamId" | "answering">;
  /** Shares of 1 to 5 stars over the whole catalog. */
  readonly prior: readonly number[];
  readonly exemptions: readonly ExemptionFact[];
  /** Whether sample data of the demo company is part of it. */
  readonly hasSample: boolean;
};
