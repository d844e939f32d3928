import { dayMs } from "#lib/trust/bounds.ts";
import type { TrustFacts } from "#lib/trust/facts.ts";
import type { ComponentResults, GateKind, TrustGate } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

const basis = ["evaluation", "reliability", "compliance", "ownership"] as const;

type GateFacts = Pick<
  TrustFacts,
  "at" | "isBlocked" | "lifecycle" | "riskTier" | "version" | "ownership" | "exemptions"
>;

/** Whether nobody active has been named for longer than a tool may go without. */
function isLongUnowned({ at, ownership }: GateFacts, days: number): boolean {
  return ownership.unownedSince !== null && at.getTime() - ownership.unownedSince.getTime() > days * dayMs;
}

/** The gates that stand, most serious first; one with an exemption stands, but holds nothing back. */
export function gatesOf(
  facts: GateFacts,
  components: ComponentResults,
  { gates: limits }: TrustSettings,
): TrustGate[] {
  const found: [GateKind, number | null][] = [];
  const { evaluation, compliance } = components;
  if (facts.isBlocked) found.push(["blocked", null]);
  if (isLongUnowned(facts, limits.unownedDays)) found.push(["unowned", null]);
  if (basis.filter((name) => components[name].value !== null).length < limits.neededComponents) {
    found.push(["not-yet-rated", null]);
  }
  if (evaluation.suites.some(({ earned }) => earned === 0))
    found.push(["evaluation-at-floor", limits.atFloor]);
  if (compliance.reviews.some(({ state }) => state === "expired"))
    found.push(["review-expired", limits.overdue]);
  const isEvaluated = evaluation.suites.length > 0 && evaluation.suites.every(({ isCurrent }) => isCurrent);
  if (facts.riskTier === "high" && !isEvaluated) found.push(["not-evaluated", limits.overdue]);
  if (evaluation.value === null) found.push(["without-evaluation", limits.withoutEvaluation]);
  if (facts.lifecycle === "deprecated" || facts.lifecycle === "retired") found.push(["deprecated", null]);
  return found.map(([kind, cap]) => {
    const granted = facts.exemptions.find((one) => one.gate === kind && one.expiresAt > facts.at);
    const exempt = granted && { until: granted.expiresAt.toISOString(), reason: granted.reason };
    return { kind, cap, exempt: exempt ?? null };
  });
}

/** Whether a gate lets no number through at all. */
export function isSuspending({ kind }: TrustGate): boolean {
  return kind === "blocked" || kind === "unowned" || kind === "not-yet-rated";
}

/** The lowest cap that holds; 100 without one. */
export function capOf(gates: readonly TrustGate[]): number {
  return Math.min(100, ...gates.flatMap(({ cap, exempt }) => (cap !== null && !exempt ? [cap] : [])));
}
