import { bandOf, lowerBand, nextStanding } from "#lib/trust/bands.ts";
import { type ComponentValues, combine } from "#lib/trust/combine.ts";
import { complianceOf } from "#lib/trust/compliance.ts";
import { evaluationOf } from "#lib/trust/evaluation.ts";
import { evidenceStrength } from "#lib/trust/evidence-strength.ts";
import type { TrustFacts } from "#lib/trust/facts.ts";
import { freshnessOf } from "#lib/trust/freshness.ts";
import { capOf, gatesOf, isSuspending } from "#lib/trust/gates.ts";
import { ownershipOf } from "#lib/trust/ownership.ts";
import { peopleOf } from "#lib/trust/people.ts";
import { reliabilityOf } from "#lib/trust/reliability.ts";
import type { ComponentResults, RatingResult } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

function componentsOf(facts: TrustFacts, settings: TrustSettings): ComponentResults {
  return {
    evaluation: evaluationOf(facts, settings),
    reliability: reliabilityOf(facts, settings),
    compliance: complianceOf(facts, settings),
    ownership: ownershipOf(facts.ownership, facts.at, settings),
    freshness: freshnessOf(facts, settings),
    people: peopleOf(facts, settings),
  };
}

/** The value of each component; null where there is no evidence. */
export function valuesOf(components: ComponentResults): ComponentValues {
  return {
    evaluation: components.evaluation.value,
    reliability: components.reliability.value,
    compliance: components.compliance.value,
    ownership: components.ownership.value,
    freshness: components.freshness.value,
    people: components.people.value,
  };
}

/** Deprecated tools keep the number that they had; what blocks or suspends them still does. */
function frozen(facts: TrustFacts, settings: TrustSettings, before: RatingResult): RatingResult {
  const gates = gatesOf(facts, before.components, settings);
  const { components, uncapped, standing, strength } = before;
  return finish(facts, settings, { components, gates, uncapped, standing, strength });
}

function finish(
  facts: TrustFacts,
  settings: TrustSettings,
  parts: Pick<RatingResult, "components" | "gates" | "uncapped" | "standing" | "strength">,
): RatingResult {
  const { gates, uncapped, standing, strength } = parts;
  const score = gates.some(isSuspending) ? null : Math.min(uncapped, capOf(gates));
  const atGate = score === null ? null : bandOf(score, strength.word === "thin", settings.bands);
  const isHeld = score !== null && score < uncapped;
  return {
    ...parts,
    score,
    band: !standing || !atGate ? null : isHeld ? lowerBand(standing.band, atGate) : standing.band,
    unownedSince: facts.ownership.unownedSince?.toISOString() ?? null,
    hasSample: facts.hasSample,
  };
}

/**
 * The rating of a tool from its facts: gates first, number second. Pure; `before` is the tool's newest result, which
 * only the bands (they move slowly) and deprecated tools (they are frozen) look at.
 */
export function rate(
  facts: TrustFacts,
  settings: TrustSettings,
  { before = null, isNightly = false }: { before?: RatingResult | null; isNightly?: boolean } = {},
): RatingResult {
  const isOut = facts.lifecycle === "deprecated" || facts.lifecycle === "retired";
  if (isOut && before) return frozen(facts, settings, before);
  const components = componentsOf(facts, settings);
  const gates = gatesOf(facts, components, settings);
  const uncapped = combine(valuesOf(components), settings);
  const strength = evidenceStrength(components, settings);
  const isRated = gates.every(({ kind }) => kind !== "not-yet-rated");
  // Beyond what a tool without evaluation can reach, its number says nothing about its band.
  const reached = Math.min(
    uncapped,
    components.evaluation.value === null ? settings.gates.withoutEvaluation : 100,
  );
  const isThin = strength.word === "thin";
  const standing = isRated
    ? nextStanding(before?.standing ?? null, reached, { isThin, isNightly }, settings.bands)
    : (before?.standing ?? null);
  return finish(facts, settings, { components, gates, uncapped, standing, strength });
}
