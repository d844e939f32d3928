import { clamp, mean } from "#lib/trust/bounds.ts";
import { type TrustComponent, trustComponents } from "#lib/trust/mark.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

export type ComponentValues = Readonly<Record<TrustComponent, number | null>>;

/** A component without any evidence is worth this share of the mean of the others. */
const missingShare = 0.5;
/** The weakest of these is the weakest link. */
const links = ["evaluation", "reliability", "compliance", "ownership"] as const;

/** What each component counts with; one without evidence is worth half the mean of the others. */
export function countedValues(values: ComponentValues): Record<TrustComponent, number> {
  const known = trustComponents.flatMap((component) => values[component] ?? []);
  const instead = known.length > 0 ? missingShare * mean(known) : 0;
  return Object.fromEntries(
    trustComponents.map((component) => [component, clamp(values[component] ?? instead)]),
  ) as Record<TrustComponent, number>;
}

/**
 * T = 100 (0.75 sum(w s) + 0.25 min(E, R, C, O)) with the standard settings, before any gate. A component without
 * evidence is left out of the minimum.
 */
export function combine(values: ComponentValues, settings: TrustSettings): number {
  const counted = countedValues(values);
  const sum = trustComponents.reduce(
    (total, component) => total + settings.weights[component] * counted[component],
    0,
  );
  const known = links.filter((link) => values[link] !== null).map((link) => counted[link]);
  const weakest = known.length > 0 ? Math.min(...known) : 0;
  return 100 * clamp((1 - settings.weakestLink) * sum + settings.weakestLink * weakest);
}
