export type ProviderLimits = {
  /** Null for no limit; the same below. */
  readonly maxConcurrent: number | null;
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
};

export type LimitName = keyof ProviderLimits;

const windowMs = 60_000;
const sliceMs = 1000;

/** What was used in the last minute, to the second. */
class MinuteWindow {
  readonly #slices = new Map<number, number>();
  #sum = 0;

  #forget(now: number): void {
    for (const [slice, count] of this.#slices) {
      if (slice + sliceMs + windowMs > now) return;
      this.#slices.delete(slice);
      this.#sum -= count;
    }
  }

  sum(now: number): number {
    this.#forget(now);
    return this.#sum;
  }

  add(now: number, count: number): void {
    const slice = now - (now % sliceMs);
    this.#slices.set(slice, (this.#slices.get(slice) ?? 0) + count);
    this.#sum += count;
  }

  /** How long until no more than `most` is in the window. */
  waitUntil(now: number, most: number): number {
    let left = this.sum(now);
    for (const [slice, count] of this.#slices) {
      left -= count;
      if (left <= most) return slice + sliceMs + windowMs - now;
    }
    return 0;
  }
}

export type Entry =
  | { readonly ok: true }
  | { readonly ok: false; readonly limit: LimitName; readonly waitMs: number };

/**
 * Counts what goes to one provider from this process: calls under way, and requests and tokens of the last minute. Times
 * are in milliseconds and come from outside, so that it decides the same way in a test.
 */
export class Bulkhead {
  #underWay = 0;
  readonly #requests = new MinuteWindow();
  readonly #tokens = new MinuteWindow();

  /** Lets a call in, or says which limit keeps it out and how long at least. A wait for a free place cannot be told. */
  enter(limits: ProviderLimits, tokens: number, now: number): Entry {
    const { maxConcurrent, requestsPerMinute, tokensPerMinute } = limits;
    if (maxConcurrent !== null && this.#underWay >= maxConcurrent)
      return { ok: false, limit: "maxConcurrent", waitMs: 0 };
    if (requestsPerMinute !== null && this.#requests.sum(now) >= requestsPerMinute) {
      const waitMs = this.#requests.waitUntil(now, requestsPerMinute - 1);
      return { ok: false, limit: "requestsPerMinute", waitMs };
    }
    // One call larger than the whole minute's share still goes, when nothing else does.
    const share = tokensPerMinute === null ? 0 : Math.max(0, tokensPerMinute - tokens);
    if (tokensPerMinute !== null && this.#tokens.sum(now) > share) {
      return { ok: false, limit: "tokensPerMinute", waitMs: this.#tokens.waitUntil(now, share) };
    }
    this.#underWay += 1;
    this.#requests.add(now, 1);
    this.#tokens.add(now, tokens);
    return { ok: true };
  }

  /** A call is over; what it used beyond what was reserved counts from now on, what it did not use is given back. */
  leave(reserved: number, used: number | null, now: number): void {
    this.#underWay -= 1;
    if (used !== null && used !== reserved) this.#tokens.add(now, used - reserved);
  }
}
