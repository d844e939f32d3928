import type { RefusalBurst } from "#lib/audit/overview.ts";
import type { Concern, ConcernKind } from "#lib/catalog/concerns.ts";
import type { UnfoundSearch } from "#lib/catalog/server/unfound-searches.ts";
import type { ProviderView } from "#lib/models/schema.ts";
import type { RuleView } from "#lib/policy/schema.ts";

export type Attention =
  | { readonly kind: "setup"; readonly missing: number }
  | { readonly kind: "concern"; readonly concern: Concern }
  | { readonly kind: "provider"; readonly provider: ProviderView }
  | { readonly kind: "burst"; readonly burst: RefusalBurst }
  | { readonly kind: "without-outcome"; readonly count: number }
  | { readonly kind: "rule"; readonly rule: RuleView }
  | { readonly kind: "search"; readonly search: UnfoundSearch };

export type AttentionFacts = {
  readonly missingSteps: number;
  readonly concerns: readonly Concern[];
  readonly providers: readonly ProviderView[];
  readonly bursts: readonly RefusalBurst[];
  readonly withoutOutcome: number;
  readonly rules: readonly RuleView[];
  readonly searches: readonly UnfoundSearch[];
  readonly today: string;
};

/** What stops somebody's work now, before what will matter soon. The owner's own business is left to the owner. */
const urgent: readonly ConcernKind[] = ["blocked", "outage", "unowned", "failing"];
const soon: readonly ConcernKind[] = ["review-expired"];

/** One line for each thing that an administrator should look at, most urgent first. */
export function attentionOf(facts: AttentionFacts): Attention[] {
  const concerns = (kinds: readonly ConcernKind[]) =>
    facts.concerns
      .filter(({ kind }) => kinds.includes(kind))
      .map((concern) => ({ kind: "concern" as const, concern }));
  return [
    ...(facts.missingSteps > 0 ? [{ kind: "setup" as const, missing: facts.missingSteps }] : []),
    ...facts.providers
      .filter(({ isActive, lastProbeError }) => isActive && lastProbeError !== null)
      .map((provider) => ({ kind: "provider" as const, provider })),
    ...concerns(urgent),
    ...facts.bursts.map((burst) => ({ kind: "burst" as const, burst })),
    ...(facts.withoutOutcome > 0 ? [{ kind: "without-outcome" as const, count: facts.withoutOutcome }] : []),
    ...concerns(soon),
    ...facts.rules
      .filter(({ isActive, reviewAt }) => isActive && reviewAt !== null && reviewAt < facts.today)
      .map((rule) => ({ kind: "rule" as const, rule })),
    ...facts.searches.map((search) => ({ kind: "search" as const, search })),
  ];
}
