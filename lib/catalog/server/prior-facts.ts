import "server-only";
import { sweepIndex } from "#lib/catalog/server/tool-index.ts";
import { isInTransaction, outsideTransaction } from "#lib/db/transaction.ts";
import { log } from "#lib/log.ts";
import type { ToolUsage } from "#lib/telemetry/schema.ts";
import { toolUsage } from "#lib/telemetry/server/tool-usage.ts";
import type { TrustRating } from "#lib/trust/mark.ts";
import { currentRatings } from "#lib/trust/server/current-ratings.ts";

type Usage = ReadonlyMap<string, ToolUsage>;

/** Facts about tools that change with every call and rating, apart from the index. By tool id. */
export type PriorFacts = {
  readonly usage: Usage;
  readonly trust: ReadonlyMap<string, TrustRating>;
};

/** Older figures of use are read anew while the old ones serve. */
const freshMs = 60_000;
/** After a long rest nobody is shown figures of long ago. */
const usableMs = 10 * 60_000;

type Held = {
  usage: Usage | undefined;
  readAt: number;
  reading: Promise<Usage> | undefined;
  /** The ratings as they were last asked for, for those who may not wait for another connection. */
  trust: PriorFacts["trust"];
};
const holder = globalThis as typeof globalThis & { weftPriorFacts?: Held };
holder.weftPriorFacts ??= {
  usage: undefined,
  readAt: Number.NEGATIVE_INFINITY,
  reading: undefined,
  trust: new Map(),
};
const held = holder.weftPriorFacts;

function refresh(): Promise<Usage> {
  held.reading ??= outsideTransaction(async () => {
    const startedAt = performance.now();
    try {
      held.usage = await toolUsage();
      held.readAt = startedAt;
      return held.usage;
    } finally {
      held.reading = undefined;
    }
  });
  return held.reading;
}

function refreshInBackground(): void {
  const failed = (error: unknown) => log.warn({ err: error }, "the use of the tools could not be read");
  refresh().catch(failed);
  outsideTransaction(sweepIndex).catch(failed);
}

async function currentUsage(): Promise<Usage> {
  const age = performance.now() - held.readAt;
  if (!held.usage || age > usableMs) return refresh();
  if (age > freshMs && !held.reading) refreshInBackground();
  return held.usage;
}

/** Use of all tools, at most a minute old while somebody asks for it, and their ratings of this moment. */
export async function priorFacts(): Promise<PriorFacts> {
  if (isInTransaction()) return { usage: held.usage ?? (await toolUsage()), trust: held.trust };
  const [usage, trust] = await Promise.all([currentUsage(), currentRatings()]);
  held.trust = trust;
  return { usage, trust };
}
