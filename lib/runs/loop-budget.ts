import type { LoopLimits } from "#lib/catalog/operation.ts";
import { formatNumber } from "#lib/messages/format.ts";
import type { LoopBound } from "#lib/runs/loop-result.ts";

/** Share of the time that is kept for the last answer. */
const keptForAnswer = 0.2;

export type LoopUse = {
  /** Rounds that were begun. */
  readonly steps: number;
  readonly elapsedMs: number;
  readonly tokens: number;
  /** What the next round reads and writes at least, by the size of the last one. */
  readonly nextTokens: number;
};

/** The limit that is used up; nothing more may be sent to the model. */
export function boundPassed(limits: LoopLimits, use: LoopUse): LoopBound | null {
  if (use.elapsedMs >= limits.seconds * 1000) return "seconds";
  return use.tokens >= limits.tokens ? "tokens" : null;
}

/** The limit because of which the next round has to be the last: in it the model answers and calls no tools. */
export function boundAhead(limits: LoopLimits, use: LoopUse): LoopBound | null {
  if (use.steps >= limits.steps) return "steps";
  if (use.elapsedMs >= limits.seconds * 1000 * (1 - keptForAnswer)) return "seconds";
  return use.tokens + 2 * use.nextTokens > limits.tokens ? "tokens" : null;
}

/** Says which limit ended the work early. */
export function boundSentence(bound: LoopBound, limits: LoopLimits): string {
  const most = formatNumber(limits[bound]);
  switch (bound) {
    case "steps":
      return `It stopped at its limit of ${most} ${limits.steps === 1 ? "round" : "rounds"} of tool calls.`;
    case "seconds":
      return `It stopped at its time limit of ${most} seconds.`;
    case "tokens":
      return `It stopped at its limit of ${most} tokens.`;
  }
}
