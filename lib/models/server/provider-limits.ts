import "server-only";
import { AppError } from "#lib/errors.ts";
import { Bulkhead, type LimitName, type ProviderLimits } from "#lib/models/bulkhead.ts";
import { modelLimits } from "#lib/models/server/model-limits.ts";

export type LimitedProvider = ProviderLimits & { readonly id: string; readonly name: string };

export type PassOptions = {
  /** What the call will use at a guess; what it really used is told when it leaves. */
  readonly tokens?: number;
  readonly signal?: AbortSignal | undefined;
};

/** A place at a provider. It is left once, with what was used where that is known. */
export type Pass = { readonly leave: (tokensUsed?: number | null) => void };

type Waiter = { readonly tryAgain: () => boolean };
type Gate = { readonly bulkhead: Bulkhead; readonly waiting: Waiter[] };

// Next loads a module several times per process; what goes out is counted once.
const holder = globalThis as typeof globalThis & { weftProviderGates?: Map<string, Gate> };
holder.weftProviderGates ??= new Map();
const gates = holder.weftProviderGates;

function gateOf(id: string): Gate {
  const gate = gates.get(id) ?? { bulkhead: new Bulkhead(), waiting: [] };
  gates.set(id, gate);
  return gate;
}

const words: Readonly<Record<LimitName, (most: number) => string>> = {
  maxConcurrent: (most) => `at most ${most} ${most === 1 ? "call" : "calls"} at a time`,
  requestsPerMinute: (most) => `at most ${most} ${most === 1 ? "call" : "calls"} per minute`,
  tokensPerMinute: (most) => `at most ${most} tokens per minute`,
};

function refusal(provider: LimitedProvider, limit: LimitName, waitMs: number): AppError {
  const most = provider[limit] ?? 0;
  return new AppError(
    "too-many-requests",
    `The portal sends ${words[limit](most)} to ${provider.name}, and that is reached.`,
    {
      mend: "Try again in a moment, or choose another model.",
      details: { reason: "provider-limit", limit, retryAfterMs: Math.max(1000, waitMs) },
    },
  );
}

/** Serves those who wait in the order in which they came. */
function serve(gate: Gate): void {
  while (gate.waiting[0]?.tryAgain()) gate.waiting.shift();
}

/**
 * Takes a place at a provider, waiting a short while for one in the order of asking. Throws `too-many-requests` when
 * none comes free in time, at once where that is certain, or the signal's reason when stopped. The limits hold for this
 * process; several replicas send so many times as much.
 */
export async function enterProvider(provider: LimitedProvider, options: PassOptions = {}): Promise<Pass> {
  const gate = gateOf(provider.id);
  const tokens = options.tokens ?? 0;
  const until = Date.now() + modelLimits().longestQueueMs;
  const { signal } = options;
  signal?.throwIfAborted();

  const pass = (): Pass => {
    let isLeft = false;
    return {
      leave: (used = null) => {
        if (isLeft) return;
        isLeft = true;
        gate.bulkhead.leave(tokens, used, Date.now());
        serve(gate);
      },
    };
  };
  const attempt = () => gate.bulkhead.enter(provider, tokens, Date.now());
  const isLate = (waitMs: number) => Date.now() + waitMs > until;

  let last = gate.waiting.length === 0 ? attempt() : { ok: false as const, limit: null, waitMs: 0 };
  if (last.ok) return pass();
  if (last.limit !== null && isLate(last.waitMs)) throw refusal(provider, last.limit, last.waitMs);

  const { promise, resolve, reject } = Promise.withResolvers<Pass>();
  let again: ReturnType<typeof setTimeout> | undefined;
  const waiter: Waiter = {
    tryAgain: () => {
      last = attempt();
      if (last.ok) {
        resolve(pass());
        return true;
      }
      if (last.waitMs > 0 && !isLate(last.waitMs)) {
        clearTimeout(again);
        again = setTimeout(() => serve(gate), last.waitMs);
      }
      return false;
    },
  };
  gate.waiting.push(waiter);
  serve(gate);
  const giveUp = () => {
    const limit = last.ok ? null : last.limit;
    reject(refusal(provider, limit ?? "maxConcurrent", last.ok ? 0 : last.waitMs));
  };
  const timer = setTimeout(giveUp, Math.max(0, until - Date.now()));
  const onAbort = () => reject(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    clearTimeout(again);
    signal?.removeEventListener("abort", onAbort);
    const at = gate.waiting.indexOf(waiter);
    if (at >= 0) gate.waiting.splice(at, 1);
    serve(gate);
  }
}

/** Does some work with a place at a provider; `settle` tells how many tokens it really used. */
export async function withProviderLimits<T>(
  provider: LimitedProvider,
  work: (settle: (tokens: number) => void) => Promise<T>,
  options: PassOptions = {},
): Promise<T> {
  const place = await enterProvider(provider, options);
  let used: number | null = null;
  try {
    return await work((tokens) => {
      used = tokens;
    });
  } finally {
    place.leave(used);
  }
}
