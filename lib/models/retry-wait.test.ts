import fc from "fast-check";
import { expect, it } from "vitest";
import { parseRetryAfter, retryWait } from "#lib/models/retry-wait.ts";

const now = Date.parse("2026-11-20T10:00:00Z");

it.each([
  [{ "retry-after": "7" }, 7_000],
  [{ "retry-after": " 0.5 " }, 500],
  [{ "retry-after-ms": "120", "retry-after": "7" }, 120],
  [{ "retry-after": "Fri, 20 Nov 2026 10:00:30 GMT" }, 30_000],
  [{ "retry-after": "Fri, 20 Nov 2026 09:00:00 GMT" }, 0],
  [{ "retry-after": "soon" }, null],
  [{}, null],
])("%j asks to wait %s ms", (headers, expected) => {
  expect(parseRetryAfter(headers, now)).toBe(expected);
});

it("waits at least as long as the server asks, once, and not at all when that is too long", () => {
  fc.assert(
    fc.property(
      fc.nat(20_000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
      (retryAfterMs, random, attempt) => {
        const wait = retryWait({ attempt, isRetryable: true, retryAfterMs, longestMs: 5_000, random });
        if (attempt > 1 || retryAfterMs > 5_000) expect(wait).toBeNull();
        else expect(wait).toBeGreaterThanOrEqual(retryAfterMs);
      },
    ),
  );
  expect(
    retryWait({ attempt: 1, isRetryable: false, retryAfterMs: null, longestMs: 5_000, random: 0 }),
  ).toBeNull();
});
