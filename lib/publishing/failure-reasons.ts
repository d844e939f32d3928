import type { Failure } from "#lib/telemetry/schema.ts";

export type FailureReason = { readonly reason: string; readonly count: number; readonly lastAt: string };

/** The same failures counted by their reason, the most frequent first. Failures come newest first. */
export function failureReasons(failures: readonly Failure[]): FailureReason[] {
  const reasons = new Map<string, { count: number; lastAt: string }>();
  for (const { errorMessage, outcome, occurredAt } of failures) {
    const reason = errorMessage ?? outcome;
    const known = reasons.get(reason);
    if (known) known.count += 1;
    else reasons.set(reason, { count: 1, lastAt: occurredAt });
  }
  return [...reasons]
    .map(([reason, facts]) => ({ reason, ...facts }))
    .toSorted((a, b) => b.count - a.count || b.lastAt.localeCompare(a.lastAt));
}
