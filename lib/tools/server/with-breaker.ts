import "server-only";
import {
  type Breaker,
  type BreakerSettings,
  closedBreaker,
  enterBreaker,
  leaveBreaker,
} from "#lib/tools/breaker.ts";
import { failedCall } from "#lib/tools/explain-error.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";

const maxTools = 10_000;
// Next loads a module several times per process; the breakers are kept once.
const holder = globalThis as typeof globalThis & { weftToolBreakers?: Map<string, Breaker> };

function breakers(): Map<string, Breaker> {
  holder.weftToolBreakers ??= new Map();
  return holder.weftToolBreakers;
}

function keep(toolId: string, breaker: Breaker): void {
  const all = breakers();
  all.delete(toolId);
  if (breaker.state === "closed" && breaker.failures === 0) return;
  all.set(toolId, breaker);
  const [oldest] = all.keys();
  if (all.size > maxTools && oldest !== undefined) all.delete(oldest);
}

/** Whether calls of this tool are paused in this process. */
export function isToolPaused(toolId: string, now = Date.now()): boolean {
  return enterBreaker(breakers().get(toolId) ?? closedBreaker, now).isOpen;
}

/** Runs a call unless the tool has failed too often in a row; then it answers at once with when to try again. */
export async function withBreaker(
  toolId: string,
  run: () => Promise<ToolCallOutcome>,
  settings?: BreakerSettings,
): Promise<ToolCallOutcome> {
  const entered = enterBreaker(breakers().get(toolId) ?? closedBreaker, Date.now());
  if (entered.isOpen) {
    const seconds = Math.ceil(entered.retryInMs / 1000);
    const message = "The tool failed several times in a row, so it is left alone for a moment.";
    const failed = failedCall("paused-after-failures", message, `Try again in ${seconds} seconds.`);
    return { ...failed, durationMs: 0, attempts: 0 };
  }
  keep(toolId, entered.breaker);
  const outcome = await run();
  const current = breakers().get(toolId) ?? closedBreaker;
  keep(toolId, leaveBreaker(current, outcome, Date.now(), settings));
  return outcome;
}
