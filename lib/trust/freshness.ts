import { decay } from "#lib/trust/bounds.ts";
import { standingRuns } from "#lib/trust/evaluation.ts";
import type { TrustFacts } from "#lib/trust/facts.ts";
import type { ComponentResults } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

/** F: how long ago somebody verified the docs, and how long ago the oldest suite ran. An edit restarts neither. */
export function freshnessOf(
  { docs, suites, at }: Pick<TrustFacts, "docs" | "suites" | "at">,
  { freshness }: TrustSettings,
): ComponentResults["freshness"] {
  const runs = standingRuns(suites).map(({ ranAt }) => ranAt.getTime());
  const evaluatedAt = runs.length > 0 ? new Date(Math.min(...runs)) : null;
  const ofDocs = docs
    ? decay(docs.verifiedAt, at, freshness.docsGraceDays, freshness.docsHalfLifeDays)
    : null;
  const ofRuns = evaluatedAt
    ? decay(evaluatedAt, at, freshness.evaluationGraceDays, freshness.evaluationHalfLifeDays)
    : null;
  return {
    value: ofDocs !== null && ofRuns !== null ? Math.sqrt(ofDocs * ofRuns) : (ofDocs ?? ofRuns),
    docsVerifiedAt: docs?.verifiedAt.toISOString() ?? null,
    docsVerifiedBy: docs?.verifiedBy ?? null,
    docs: ofDocs,
    evaluatedAt: evaluatedAt?.toISOString() ?? null,
    evaluation: ofRuns,
  };
}
