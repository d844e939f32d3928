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
      fc.boolean(),
      (retryAfterMs, random, attempt, hasNext) => {
        const facts = { attempt, isRetryable: true, retryAfterMs, hasNext, longestMs: 5_000, random };
        const wait = retryWait(facts);
        const longest = hasNext ? 200 : 5_000;
        if (attempt > 1 || retryAfterMs > longest) expect(wait).toBeNull();
        else {
          expect(wait).toBeGreaterThanOrEqual(retryAfterMs);
          expect(wait).toBeLessThanOrEqual(retryAfterMs + (hasNext ? 200 : 1_000));
        }
      },
    ),
  );
  const refused = { attempt: 1, isRetryable: false, retryAfterMs: null, hasNext: false, longestMs: 5_000 };
  expect(retryWait({ ...refused, random: 0 })).toBeNull();
});
