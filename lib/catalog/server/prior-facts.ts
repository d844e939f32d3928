import "server-only";
import { newestTrust } from "#lib/catalog/server/index-repository.ts";
import { sweepIndex } from "#lib/catalog/server/tool-index.ts";
import { listen, notify } from "#lib/db/notify.ts";
import { afterCommit, isInTransaction, outsideTransaction } from "#lib/db/transaction.ts";
import { log } from "#lib/log.ts";
import type { ToolUsage } from "#lib/telemetry/schema.ts";
import { toolUsage } from "#lib/telemetry/server/tool-usage.ts";

/** What of the trust rating the catalog ranks and narrows by. */
export type TrustPrior = {
  /** 0 to 100; null while a gate leaves no number. */
  readonly score: number | null;
  readonly band: string | null;
};

/** Facts about tools that change with every call and rating, apart from the index. By tool id. */
export type PriorFacts = {
  readonly usage: ReadonlyMap<string, ToolUsage>;
  readonly trust: ReadonlyMap<string, TrustPrior>;
};

/** The trust rating enters the catalog here. */
async function trustOfTools(): Promise<ReadonlyMap<string, TrustPrior>> {
  return new Map((await newestTrust()).map(({ toolId, score, band }) => [toolId, { score, band }]));
}

const channel = "weft_prior_facts";
/** Older facts are read anew while the old ones serve. */
const freshMs = 60_000;
/** After a long rest nobody is shown figures of long ago. */
const usableMs = 10 * 60_000;

type Held = {
  facts: PriorFacts | undefined;
  readAt: number;
  reading: Promise<PriorFacts> | undefined;
  listening: Promise<unknown> | undefined;
};
const holder = globalThis as typeof globalThis & { weftPriorFacts?: Held };
holder.weftPriorFacts ??= {
  facts: undefined,
  readAt: Number.NEGATIVE_INFINITY,
  reading: undefined,
  listening: undefined,
};
const held = holder.weftPriorFacts;

async function read(): Promise<PriorFacts> {
  const [usage, trust] = await Promise.all([toolUsage(), trustOfTools()]);
  return { usage, trust };
}

function refresh(): Promise<PriorFacts> {
  held.reading ??= outsideTransaction(async () => {
    const startedAt = performance.now();
    try {
      const facts = await read();
      held.facts = facts;
      held.readAt = startedAt;
      return facts;
    } finally {
      held.reading = undefined;
    }
  });
  return held.reading;
}

function refreshInBackground(): void {
  const failed = (error: unknown) => log.warn({ err: error }, "use and trust of the tools could not be read");
  refresh().catch(failed);
  outsideTransaction(sweepIndex).catch(failed);
}

/** Use and trust of all tools, held in this process and at most a minute old while somebody asks for them. */
export async function priorFacts(): Promise<PriorFacts> {
  const age = performance.now() - held.readAt;
  if (isInTransaction()) return held.facts ?? read();
  held.listening ??= listen(channel, () => {
    held.readAt = Math.min(held.readAt, performance.now() - freshMs);
  }).catch((error: unknown) => {
    held.listening = undefined;
    throw error;
  });
  await held.listening;
  if (!held.facts || age > usableMs) return refresh();
  if (age > freshMs && !held.reading) refreshInBackground();
  return held.facts;
}

/** Says on every replica that ratings changed: the next that asks starts reading them. */
export async function priorFactsChanged(): Promise<void> {
  await afterCommit(async () => {
    held.readAt = Number.NEGATIVE_INFINITY;
    await notify(channel);
  });
}
