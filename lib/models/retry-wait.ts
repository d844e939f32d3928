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

const shortestJitterMs = 100;
const firstJitterMs = 1_000;

/**
 * How long to wait before the next attempt, or null when none should be made. `attempt` counts from 1. The wait is what
 * the server asked for and full jitter on top, so that many callers do not come back at the same moment.
 * @param random 0 to 1
 */
export function retryWait(facts: {
  readonly attempt: number;
  readonly isRetryable: boolean;
  readonly retryAfterMs: number | null;
  readonly longestMs: number;
  readonly random: number;
}): number | null {
  if (!facts.isRetryable || facts.attempt >= 2) return null;
  const jitter = shortestJitterMs + facts.random * firstJitterMs * 2 ** (facts.attempt - 1);
  const wait = (facts.retryAfterMs ?? 0) + jitter;
  return (facts.retryAfterMs ?? 0) <= facts.longestMs ? wait : null;
}
