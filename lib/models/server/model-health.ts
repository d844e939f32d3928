import "server-only";
import {
  afterEnd,
  afterStart,
  type CallEnd,
  closedBreaker,
  type ModelBreaker,
  type Standing,
  standingOf,
} from "#lib/models/breaker.ts";
import { afterCall, afterRepeat, freshBudget, type RetryBudget } from "#lib/models/retry-budget.ts";
import { modelLimits } from "#lib/models/server/model-limits.ts";

type Health = { readonly breakers: Map<string, ModelBreaker>; readonly budgets: Map<string, RetryBudget> };

// Next loads a module several times per process; what is known of a model is kept once. Each replica learns by itself.
const holder = globalThis as typeof globalThis & { weftModelHealth?: Health };
holder.weftModelHealth ??= { breakers: new Map(), budgets: new Map() };
const { breakers, budgets } = holder.weftModelHealth;

const breakerOf = (modelId: string) => breakers.get(modelId) ?? closedBreaker;

/** Whether this process would ask the model now, and if not, why and until when (milliseconds since 1970). */
export function modelStanding(modelId: string, now = Date.now()): Standing {
  return standingOf(breakerOf(modelId), now);
}

/** Lets a call out, or says why not. `isTrial` is handed back with the end. */
export function beginCall(
  modelId: string,
):
  | { readonly isLetOut: true; readonly isTrial: boolean }
  | { readonly isLetOut: false; readonly until: number } {
  const now = Date.now();
  const standing = modelStanding(modelId, now);
  if (standing.is === "open" || standing.is === "resting") return { isLetOut: false, until: standing.until };
  breakers.set(modelId, afterStart(breakerOf(modelId), now));
  return { isLetOut: true, isTrial: standing.is === "half-open" };
}

/** Takes note of how a call ended; says when the model has just been paused, or is back. */
export function endCall(modelId: string, end: CallEnd, isTrial: boolean): "paused" | "resumed" | null {
  const before = breakerOf(modelId);
  const after = afterEnd(before, end, isTrial, Date.now(), modelLimits().breaker);
  if (after === closedBreaker) breakers.delete(modelId);
  else breakers.set(modelId, after);
  if (after.open && !before.open) return "paused";
  return before.open && !after.open ? "resumed" : null;
}

/** Forgets what was learned: the models' server was changed, so they are asked again at once. */
export function forgetHealth(modelIds: readonly string[]): void {
  for (const id of modelIds) breakers.delete(id);
}

/** Counts a first call of a provider's model; a tenth of these may be repeated. */
export function countFirstCall(provider: string): void {
  budgets.set(provider, afterCall(budgets.get(provider) ?? freshBudget));
}

/** Takes one repeat from the provider's budget; false when it is used up. */
export function takeRepeat(provider: string): boolean {
  const left = afterRepeat(budgets.get(provider) ?? freshBudget);
  if (left) budgets.set(provider, left);
  return left !== null;
}
