import { clamp, mean, wilsonLowerBound } from "#lib/trust/bounds.ts";
import type { SuiteRun, TrustFacts } from "#lib/trust/facts.ts";
import type { ComponentResults } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

/** Whether a run takes the place of another; of two at the same moment the worse one stands. */
function supersedes(run: SuiteRun, known: SuiteRun): boolean {
  const later = run.ranAt.getTime() - known.ranAt.getTime();
  const better = run.passed / run.items - known.passed / known.items || run.items - known.items;
  return (later || -better || (run.version < known.version ? 1 : -1)) > 0;
}

/** The newest run of each suite. An older one never comes back, and one that was run cannot be taken away. */
export function standingRuns(runs: readonly SuiteRun[]): SuiteRun[] {
  const newest = new Map<string, SuiteRun>();
  for (const run of runs) {
    const known = newest.get(run.suite);
    if (run.items > 0 && (!known || supersedes(run, known))) newest.set(run.suite, run);
  }
  return [...newest.values()].sort((a, b) => (a.suite < b.suite ? -1 : 1));
}

function earnedOf(bound: number, { floor, target }: SuiteRun): number {
  if (target > floor) return clamp((bound - floor) / (target - floor));
  return bound > floor ? 1 : 0;
}

/** E: how far the pass share surely lies between each suite's floor and target; the weakest suite counts for more. */
export function evaluationOf(
  { suites, version }: Pick<TrustFacts, "suites" | "version">,
  settings: TrustSettings,
): ComponentResults["evaluation"] {
  const { meanShare, ownerReported, otherVersion } = settings.evaluation;
  const results = standingRuns(suites).map((run) => {
    const bound = wilsonLowerBound(run.passed, run.items, settings.confidence);
    const isCurrent = run.version === version;
    return {
      title: run.title,
      version: run.version,
      passed: run.passed,
      items: run.items,
      bound,
      earned: earnedOf(bound, run),
      isOwnerReported: run.isOwnerReported,
      isCurrent,
    };
  });
  if (results.length === 0) return { value: null, suites: [] };
  const shares = results.map(
    ({ earned, isOwnerReported, isCurrent }) =>
      earned * (isOwnerReported ? ownerReported : 1) * (isCurrent ? 1 : otherVersion),
  );
  return { value: meanShare * mean(shares) + (1 - meanShare) * Math.min(...shares), suites: results };
}
