import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { type BreakerSettings, standardBreaker } from "#lib/models/breaker.ts";

/** Limits of one call of a model. Times are in milliseconds, lengths in characters. */
export type ModelLimits = {
  /** Until the first word, or the first piece of a call. */
  readonly firstTokenMs: number;
  /** The longest silence after that. */
  readonly idleMs: number;
  /** All attempts together, the models that are asked one after another included. */
  readonly wholeMs: number;
  /** The longest wait before a second attempt; a server that asks for more is not waited for. */
  readonly longestRetryMs: number;
  /** The longest wait for a place at a provider whose limits are reached. */
  readonly longestQueueMs: number;
  readonly longestAnswer: number;
  /** White space in a row, which some models write for ever. */
  readonly longestBlank: number;
  readonly breaker: BreakerSettings;
};

export const connectLimitMs = 2_000;

export const standardModelLimits: ModelLimits = {
  firstTokenMs: 20_000,
  idleMs: 30_000,
  wholeMs: 600_000,
  longestRetryMs: 5_000,
  longestQueueMs: 2_000,
  longestAnswer: 400_000,
  longestBlank: 10_000,
  breaker: standardBreaker,
};

// Next loads a module several times per process; what surrounds a call is kept once.
const holder = globalThis as typeof globalThis & { weftModelLimits?: AsyncLocalStorage<ModelLimits> };
holder.weftModelLimits ??= new AsyncLocalStorage();
const storage = holder.weftModelLimits;

/** The limits of the moment. */
export function modelLimits(): ModelLimits {
  return storage.getStore() ?? standardModelLimits;
}

/** Runs `work`, and all that it starts, under other limits. */
export function withModelLimits<T>(limits: Partial<ModelLimits>, work: () => T): T {
  return storage.run({ ...modelLimits(), ...limits }, work);
}
