/** How long a server asks to wait, in milliseconds; null when it does not say, or not in a way that can be read. */
export function parseRetryAfter(headers: Readonly<Record<string, string>>, now: number): number | null {
  const precise = headers["retry-after-ms"];
  if (precise && /^\d{1,9}(\.\d+)?$/.test(precise)) return Number(precise);
  const given = headers["retry-after"]?.trim();
  if (!given) return null;
  if (/^\d{1,6}(\.\d+)?$/.test(given)) return Number(given) * 1000;
  const at = Date.parse(given);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** The spread of the wait; with another model at hand a person need not wait long for this one. */
const spreadMs = { alone: 1_000, withNext: 200 } as const;

/**
 * How long to wait before the same model is asked once more, or null when it should not be. `attempt` counts from 1. The
 * wait is what the server asked for and full jitter on top, so that many callers do not come back at the same moment.
 * @param random 0 to 1
 */
export function retryWait(facts: {
  readonly attempt: number;
  readonly isRetryable: boolean;
  readonly retryAfterMs: number | null;
  /** Another model may be asked in its place. */
  readonly hasNext: boolean;
  readonly longestMs: number;
  readonly random: number;
}): number | null {
  const { attempt, isRetryable, retryAfterMs, hasNext, longestMs, random } = facts;
  if (!isRetryable || attempt >= 2) return null;
  const asked = retryAfterMs ?? 0;
  const spread = hasNext ? spreadMs.withNext : spreadMs.alone;
  return asked <= (hasNext ? Math.min(spread, longestMs) : longestMs) ? asked + random * spread : null;
}
