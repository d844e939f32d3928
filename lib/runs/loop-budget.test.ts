import { expect, test } from "vitest";
import { boundAhead, boundPassed, boundSentence, type LoopUse } from "#lib/runs/loop-budget.ts";

const limits = { depth: 1, steps: 3, seconds: 10, tokens: 1000 };
const use = (more: Partial<LoopUse> = {}): LoopUse => ({
  steps: 1,
  elapsedMs: 0,
  tokens: 0,
  nextTokens: 0,
  ...more,
});

test.each([
  ["the rounds are used up", { steps: 3 }, "steps"],
  ["a fifth of the time is left", { elapsedMs: 8000 }, "seconds"],
  ["two more rounds as large would pass the tokens", { tokens: 500, nextTokens: 251 }, "tokens"],
  ["two more rounds just fit", { tokens: 500, nextTokens: 250 }, null],
  ["nothing is used up", { steps: 2, elapsedMs: 7999 }, null],
] as const)("the next round is the last when %s", (_, used, bound) => {
  expect(boundAhead(limits, use(used))).toBe(bound);
});

test.each([
  [{ elapsedMs: 10_000 }, "seconds"],
  [{ tokens: 1000 }, "tokens"],
  [{ tokens: 999, elapsedMs: 9999, steps: 9 }, null],
] as const)("with %j nothing more is sent because of %s", (used, bound) => {
  expect(boundPassed(limits, use(used))).toBe(bound);
});

test("a sentence names the limit", () => {
  expect(boundSentence("steps", { ...limits, steps: 1 })).toContain("1 round of");
  expect(boundSentence("steps", limits)).toContain("3 rounds of");
  expect(boundSentence("seconds", limits)).toContain("10 seconds");
  expect(boundSentence("tokens", limits)).toContain("1,000 tokens");
});
