import type { ToolCallOutcome, ToolErrorCode } from "#lib/tools/outcome.ts";

/**
 * A circuit breaker as data. Closed: calls pass. Open: they are refused until `retryAt`. Half-open: one trial
 * call is on its way. Times are milliseconds on any one clock.
 */
export type Breaker =
  | { readonly state: "closed"; readonly failures: number }
  | { readonly state: "open"; readonly failures: number; readonly retryAt: number }
  | { readonly state: "half-open"; readonly failures: number; readonly trialSince: number };

export type BreakerSettings = {
  /** Failures in a row that open it. */
  readonly threshold: number;
  /** The first pause; it doubles with each failed trial up to `longestPauseMs`. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
};

export const standardBreaker: BreakerSettings = { threshold: 5, pauseMs: 10_000, longestPauseMs: 300_000 };
export const closedBreaker: Breaker = { state: "closed", failures: 0 };

/** A trial that never came back counts as lost after this long. */
const lostTrialMs = 60_000;

/** Failures that say that the tool itself is in trouble, not that somebody asked for the wrong thing. */
const troubles: ReadonlySet<ToolErrorCode> = new Set([
  "tool-failed",
  "tool-unreachable",
  "tool-timeout",
  "unreadable-result",
]);

/** Whether a call may go out now, and the breaker to keep from here on. */
export function enterBreaker(
  breaker: Breaker,
  now: number,
): { readonly isOpen: boolean; readonly retryInMs: number; readonly breaker: Breaker } {
  const pass = (next: Breaker) => ({ isOpen: false, retryInMs: 0, breaker: next });
  if (breaker.state === "closed") return pass(breaker);
  const retryAt = breaker.state === "open" ? breaker.retryAt : breaker.trialSince + lostTrialMs;
  if (now >= retryAt) return pass({ state: "half-open", failures: breaker.failures, trialSince: now });
  return { isOpen: true, retryInMs: retryAt - now, breaker };
}

/** The breaker after a call has ended. */
export function leaveBreaker(
  breaker: Breaker,
  outcome: Pick<ToolCallOutcome, "status" | "error">,
  now: number,
  settings: BreakerSettings = standardBreaker,
): Breaker {
  const code = outcome.error?.code;
  if (code !== undefined && troubles.has(code)) {
    // Calls that were on their way when it opened do not make the pause longer.
    if (breaker.state === "open") return breaker;
    const failures = breaker.failures + 1;
    if (failures < settings.threshold && breaker.state === "closed") return { state: "closed", failures };
    const doublings = Math.max(0, failures - settings.threshold);
    const pause = Math.min(settings.pauseMs * 2 ** doublings, settings.longestPauseMs);
    return { state: "open", failures, retryAt: now + pause };
  }
  // A stopped or refused call says nothing about the tool; a trial that ended so may be tried again.
  const saysNothing = outcome.status === "stopped" || outcome.status === "refused";
  if (!saysNothing) return closedBreaker;
  return breaker.state === "half-open"
    ? { state: "open", failures: breaker.failures, retryAt: now }
    : breaker;
}
