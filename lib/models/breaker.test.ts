import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterEnd,
  afterStart,
  type CallEnd,
  closedBreaker,
  type ModelBreaker,
  standardBreaker,
  standingOf,
} from "#lib/models/breaker.ts";
import type { ModelFailureCode } from "#lib/models/failure.ts";

const failed = (code: ModelFailureCode = "model-failed", retryAfterMs: number | null = null): CallEnd => ({
  is: "failed",
  why: { code, message: "It failed." },
  retryAfterMs,
});
const answered: CallEnd = { is: "answered" };
const { pauseMs, longestPauseMs } = standardBreaker;

function ended(
  ends: readonly CallEnd[],
  from: ModelBreaker = closedBreaker,
  at = 0,
  stepMs = 10,
): ModelBreaker {
  return ends.reduce((breaker, end, place) => afterEnd(breaker, end, false, at + place * stepMs), from);
}

describe("a model's breaker", () => {
  it("opens after three failures in a row, not when an answer came between", () => {
    expect(standingOf(ended([failed(), failed()]), 20).is).toBe("closed");
    expect(standingOf(ended([failed(), failed(), answered, failed(), failed()]), 50).is).toBe("closed");
    expect(standingOf(ended([failed(), failed(), failed()]), 20)).toMatchObject({
      is: "open",
      until: 20 + pauseMs,
    });
  });

  it("opens when half of at least ten calls of a minute failed, and forgets older ones", () => {
    const mixed = [failed(), answered, failed(), answered, failed(), answered, failed(), answered, answered];
    expect(standingOf(ended([...mixed, failed()]), 100).is).toBe("open");
    expect(standingOf(ended([...mixed, failed()], closedBreaker, 0, 20_000), 180_000).is).toBe("closed");
  });

  it.each(["credentials-refused", "egress-refused"] as const)("opens at once when %s", (code) => {
    expect(standingOf(ended([failed(code)]), 1)).toMatchObject({ is: "open", why: { code } });
  });

  it("takes no notice of what the request itself brought about, nor of a call that was stopped", () => {
    const own = [failed("refused-request"), failed("answer-too-long"), { is: "unknown" } as const];
    expect(ended([...own, ...own])).toEqual(closedBreaker);
  });

  it("lets one trial through when the pause is over, which closes it", () => {
    const open = ended([failed("credentials-refused")]);
    expect(standingOf(open, pauseMs - 1).is).toBe("open");
    expect(standingOf(open, pauseMs).is).toBe("half-open");
    const tried = afterStart(open, pauseMs);
    expect(standingOf(tried, pauseMs + 1).is).toBe("open");
    expect(afterEnd(tried, answered, true, pauseMs + 100)).toBe(closedBreaker);
    // Stopped: the next one is the trial.
    expect(standingOf(afterEnd(tried, { is: "unknown" }, true, pauseMs + 100), pauseMs + 100).is).toBe(
      "half-open",
    );
    // A trial that never comes back holds nothing up for ever.
    expect(standingOf(tried, pauseMs * 4).is).toBe("half-open");
  });

  it("doubles the pause with each failed trial, up to five minutes", () => {
    let breaker = ended([failed("credentials-refused")]);
    let at = 0;
    const pauses: number[] = [];
    for (let trial = 0; trial < 6; trial += 1) {
      const standing = standingOf(breaker, at);
      if (standing.is !== "open") throw new Error(standing.is);
      pauses.push(standing.until - at);
      at = standing.until;
      breaker = afterEnd(afterStart(breaker, at), failed(), true, at);
    }
    expect(pauses).toEqual([30_000, 60_000, 120_000, 240_000, longestPauseMs, longestPauseMs]);
  });

  it("is neither closed nor opened for longer by calls that were on their way when it opened", () => {
    const open = ended([failed(), failed(), failed()]);
    expect(ended([answered, failed(), failed()], open, 100)).toBe(open);
  });

  it("lets a server rest as long as it asks, without counting that as a failure", () => {
    const resting = ended([failed("rate-limited", 4_000)]);
    expect(standingOf(resting, 3_999)).toEqual({ is: "resting", until: 4_000 });
    expect(standingOf(resting, 4_000).is).toBe("closed");
    expect(resting.outcomes).toEqual([]);
    const forHours = ended([failed("rate-limited", 36_000_000)]);
    expect(standingOf(forHours, longestPauseMs).is).toBe("closed");
  });

  it("never stays shut for good: after the longest pause somebody may always try", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("ok", "bad", "key", "wait", "stop"), fc.boolean(), fc.nat(90_000))),
        (history) => {
          let breaker = closedBreaker;
          let at = 0;
          for (const [what, isTrial, later] of history) {
            at += later;
            if (isTrial) breaker = afterStart(breaker, at);
            const ends = {
              ok: answered,
              bad: failed(),
              key: failed("credentials-refused"),
              wait: failed("rate-limited", 1_000_000),
              stop: { is: "unknown" },
            } as const;
            breaker = afterEnd(breaker, ends[what], isTrial, at);
          }
          expect(["closed", "half-open"]).toContain(standingOf(breaker, at + longestPauseMs).is);
        },
      ),
    );
  });
});
