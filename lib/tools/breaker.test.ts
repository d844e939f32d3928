import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Breaker,
  closedBreaker,
  enterBreaker,
  leaveBreaker,
  standardBreaker,
} from "#lib/tools/breaker.ts";
import type { ToolCallOutcome, ToolErrorCode } from "#lib/tools/outcome.ts";
import { isToolPaused, withBreaker } from "#lib/tools/server/with-breaker.ts";

function ended(code?: ToolErrorCode): ToolCallOutcome {
  if (!code) return { status: "succeeded", durationMs: 1, attempts: 1 };
  const status = code === "stopped" ? "stopped" : "failed";
  return { status, error: { code, message: "m", mend: "m" }, durationMs: 1, attempts: 1 };
}

function breakerAfter(
  codes: (ToolErrorCode | undefined)[],
  start: Breaker = closedBreaker,
  now = 0,
): Breaker {
  return codes.reduce((breaker, code) => leaveBreaker(breaker, ended(code), now), start);
}

const four: ToolErrorCode[] = ["tool-failed", "tool-timeout", "tool-unreachable", "unreadable-result"];

describe("the breaker", () => {
  test("opens after five failures in a row, whatever their kind", () => {
    expect(enterBreaker(breakerAfter(four), 0).isOpen).toBe(false);
    expect(enterBreaker(breakerAfter([...four, "tool-failed"]), 0)).toMatchObject({
      isOpen: true,
      retryInMs: 10_000,
    });
    expect(enterBreaker(breakerAfter([...four, undefined, "tool-failed"]), 0).isOpen).toBe(false);
  });

  test.each<ToolErrorCode>(["invalid-arguments", "rejected-by-tool", "not-found", "rate-limited"])(
    "%s is the caller's matter",
    (code) => {
      expect(breakerAfter([...four, code, "tool-failed"]).state).toBe("closed");
    },
  );

  test("lets one trial through after the pause, and pauses longer when it fails", () => {
    const open = breakerAfter([...four, "tool-failed"]);
    const trial = enterBreaker(open, 10_000);
    expect(trial.isOpen).toBe(false);
    expect(enterBreaker(trial.breaker, 10_001).isOpen).toBe(true);
    const again = leaveBreaker(trial.breaker, ended("tool-failed"), 11_000);
    expect(enterBreaker(again, 11_000)).toMatchObject({ isOpen: true, retryInMs: 20_000 });
    expect(leaveBreaker(trial.breaker, ended(), 11_000)).toEqual(closedBreaker);
    expect(enterBreaker(leaveBreaker(trial.breaker, ended("stopped"), 11_000), 11_000).isOpen).toBe(false);
    expect(enterBreaker(trial.breaker, 10_000 + 60_000).isOpen).toBe(false);
  });

  test("calls that were on their way when it opened do not make the pause longer", () => {
    const open = breakerAfter([...four, "tool-failed"]);
    expect(breakerAfter(["tool-failed", "tool-timeout"], open, 500)).toEqual(open);
  });

  test("never stays shut for longer than the longest pause, and one success always closes it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...four, undefined), fc.nat(400_000))), (calls) => {
        let breaker = closedBreaker;
        let now = 0;
        for (const [code, wait] of calls) {
          now += wait;
          const entered = enterBreaker(breaker, now);
          expect(entered.retryInMs).toBeLessThanOrEqual(standardBreaker.longestPauseMs);
          if (!entered.isOpen) breaker = leaveBreaker(entered.breaker, ended(code), now);
          if (!entered.isOpen && code === undefined) expect(breaker).toEqual(closedBreaker);
        }
      }),
    );
  });
});

test("one tool's failures leave the others alone", async () => {
  let calls = 0;
  const fail = async () => {
    calls += 1;
    return ended("tool-failed");
  };
  for (let i = 0; i < 8; i += 1) await withBreaker("broken", fail);
  expect(calls).toBe(5);
  const paused = await withBreaker("broken", fail);
  expect(paused).toMatchObject({ status: "failed", attempts: 0, error: { code: "paused-after-failures" } });
  expect(paused.error?.mend).toMatch(/Try again in \d+ seconds\./);
  expect([isToolPaused("broken"), isToolPaused("other")]).toEqual([true, false]);
  expect(await withBreaker("other", async () => ended())).toMatchObject({ status: "succeeded" });
});
