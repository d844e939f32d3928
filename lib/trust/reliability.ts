import { clamp } from "#lib/trust/bounds.ts";
import type { TrustFacts } from "#lib/trust/facts.ts";
import type { ComponentResults } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

/** A promise of 1 would leave no budget for errors, and no number of calls could prove it. */
const highestSlo = 0.9999;
const rounding = 1e-6;

/** Valid calls without which a service level says nothing: three times what one expected failure takes. */
export function callsNeeded(slo: number): number {
  return Math.ceil(3 / (1 - Math.min(slo, highestSlo)) - rounding);
}

/** R: how fast the error budget of the promise burns, over calls by others and the portal's probes. */
export function reliabilityOf(
  facts: Pick<TrustFacts, "calls" | "probes" | "ownCalls" | "slo">,
  settings: TrustSettings,
): ComponentResults["reliability"] {
  const { standardSlo, burnAtZero, burnRange, probesOnly } = settings.reliability;
  const { calls, probes, ownCalls } = facts;
  const slo = Math.min(facts.slo ?? standardSlo, highestSlo);
  const needed = callsNeeded(slo);
  const good = calls.good + probes.good;
  const valid = calls.valid + probes.valid;
  const burn = valid === 0 ? 0 : (1 - good / valid) / (1 - slo);
  const earned = clamp((burnAtZero - burn) / burnRange);
  return {
    value: valid < needed ? null : calls.valid === 0 ? Math.min(earned, probesOnly) : earned,
    good: calls.good,
    valid: calls.valid,
    probesGood: probes.good,
    probesValid: probes.valid,
    ownCalls,
    needed,
    slo,
    hasPromise: facts.slo !== null,
  };
}
