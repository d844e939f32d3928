import type { ModelFailureCode } from "#lib/models/failure.ts";

export type BreakerSettings = {
  /** Failures in a row that open it. */
  readonly failuresInRow: number;
  /** Of the last `windowMs`, this share of at least `leastOutcomes` calls opens it too. */
  readonly failedShare: number;
  readonly leastOutcomes: number;
  readonly windowMs: number;
  /** How long it stays open; doubles with each failed trial up to `longestPauseMs`. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
};

export const standardBreaker: BreakerSettings = {
  failuresInRow: 3,
  failedShare: 0.5,
  leastOutcomes: 10,
  windowMs: 60_000,
  pauseMs: 30_000,
  longestPauseMs: 300_000,
};

type Why = { readonly code: ModelFailureCode; readonly message: string };
type Outcome = { readonly at: number; readonly isFailure: boolean };

/**
 * The breaker of one model as data. Closed: calls pass. Open: none until `until`; from then on one at a time, as a trial
 * that closes it or opens it for twice as long. Times are milliseconds on any one clock.
 */
export type ModelBreaker = {
  /** Newest last. */
  readonly outcomes: readonly Outcome[];
  readonly open: {
    readonly since: number;
    readonly until: number;
    readonly pauseMs: number;
    readonly why: Why;
    /** A trial is on its way since then. */
    readonly trialSince: number | null;
  } | null;
  /** The server itself asked to be left alone until then. */
  readonly restsUntil: number;
};

export const closedBreaker: ModelBreaker = { outcomes: [], open: null, restsUntil: 0 };

export type Standing =
  | { readonly is: "closed" }
  /** The next call is a trial. */
  | { readonly is: "half-open"; readonly why: Why }
  | { readonly is: "open"; readonly until: number; readonly why: Why }
  | { readonly is: "resting"; readonly until: number };

const mostOutcomes = 100;
/** A trial that never came back counts as lost after this long. */
const lostTrialMs = 60_000;

/** What no second call would mend: somebody has to change a setting. */
const atOnce: ReadonlySet<ModelFailureCode> = new Set(["credentials-refused", "egress-refused"]);
/** What says more about the request than about the model. */
const ofRequest: ReadonlySet<ModelFailureCode> = new Set([
  "refused-request",
  "answer-too-long",
  "held-back",
  "provider-full",
]);

/** Whether a call may go out at this moment. */
export function standingOf({ open, restsUntil }: ModelBreaker, now: number): Standing {
  if (!open) return restsUntil > now ? { is: "resting", until: restsUntil } : { is: "closed" };
  const { why, trialSince } = open;
  const until = trialSince === null ? Math.max(open.until, restsUntil) : trialSince + lostTrialMs;
  return until > now ? { is: "open", until, why } : { is: "half-open", why };
}

/** The breaker once a call has gone out. */
export function afterStart(breaker: ModelBreaker, now: number): ModelBreaker {
  return breaker.open ? { ...breaker, open: { ...breaker.open, trialSince: now } } : breaker;
}

export type CallEnd =
  | { readonly is: "answered" }
  /** Stopped, or failed on our side: it says nothing about the model. */
  | { readonly is: "unknown" }
  | { readonly is: "failed"; readonly why: Why; readonly retryAfterMs: number | null };

function mustOpen(outcomes: readonly Outcome[], code: ModelFailureCode, settings: BreakerSettings): boolean {
  if (atOnce.has(code)) return true;
  const lastOnes = outcomes.slice(-settings.failuresInRow);
  if (lastOnes.length === settings.failuresInRow && lastOnes.every(({ isFailure }) => isFailure)) return true;
  const failed = outcomes.filter(({ isFailure }) => isFailure).length;
  return outcomes.length >= settings.leastOutcomes && failed >= outcomes.length * settings.failedShare;
}

/** The breaker once a call has ended; `isTrial` when it went out while the breaker was half-open. */
export function afterEnd(
  breaker: ModelBreaker,
  end: CallEnd,
  isTrial: boolean,
  now: number,
  settings: BreakerSettings = standardBreaker,
): ModelBreaker {
  const { open } = breaker;
  if (end.is === "unknown" || (end.is === "failed" && ofRequest.has(end.why.code)))
    return open && isTrial ? { ...breaker, open: { ...open, trialSince: null } } : breaker;
  // Calls that were on their way when it opened neither close it nor make the pause longer.
  if (open && !isTrial) return breaker;
  if (end.is === "answered" && open) return closedBreaker;
  const rest = end.is === "failed" ? (end.retryAfterMs ?? 0) : 0;
  const restsUntil = Math.max(breaker.restsUntil, now + Math.min(rest, settings.longestPauseMs));
  const recent = breaker.outcomes.filter(({ at }) => at > now - settings.windowMs);
  const isFailure = end.is === "failed";
  // A server that says when to come back is not broken: until then it rests, and that is all.
  const isCounted = !isFailure || rest === 0 || open !== null;
  const outcomes = isCounted ? [...recent, { at: now, isFailure }].slice(-mostOutcomes) : recent;
  if (end.is === "answered") return { outcomes, open: null, restsUntil: 0 };
  if (!open && !(isCounted && mustOpen(outcomes, end.why.code, settings)))
    return { outcomes, open: null, restsUntil };
  const pauseMs = open ? Math.min(open.pauseMs * 2, settings.longestPauseMs) : settings.pauseMs;
  return {
    outcomes,
    restsUntil,
    open: { since: open?.since ?? now, until: now + pauseMs, pauseMs, why: end.why, trialSince: null },
  };
}
