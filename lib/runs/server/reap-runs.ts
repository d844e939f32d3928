import "server-only";
import { outsideTransaction } from "#lib/db/transaction.ts";
import { log } from "#lib/log.ts";
import { closeQuestions, RunMovedOn, restRun } from "#lib/runs/server/end-run.ts";
import { recordInterruption } from "#lib/runs/server/record-interruption.ts";
import { beat, eventsAfter, type RunRow, runsToStop, silentRuns } from "#lib/runs/server/repository.ts";
import { abortHere, activeRunIds, interruption } from "#lib/runs/server/run-hub.ts";
import { RunLog } from "#lib/runs/server/run-log.ts";

const beatMs = 10_000;
/** A run without a heartbeat for this long has lost its process. */
const silentMs = 45_000;
const weft = { kind: "system", name: "Weft" } as const;
const reason = "The process that worked on it ended.";

async function interrupt(run: RunRow): Promise<boolean> {
  try {
    await restRun(new RunLog(run.id, await eventsAfter(run.id, 0)), {
      runId: run.id,
      from: "running",
      to: "interrupted",
      error: {
        message: "The answer was interrupted.",
        mend: "What was written is kept. Continue lets it go on from there.",
      },
      also: async () => {
        await closeQuestions(run, weft, reason);
        await recordInterruption(run, reason);
      },
    });
    return true;
  } catch (error) {
    if (error instanceof RunMovedOn) return false;
    throw error;
  }
}

/** Marks runs whose process died as interrupted, with the text that was stored. Returns how many. */
export async function markInterruptedRuns(silentFor = silentMs): Promise<number> {
  const active = new Set(activeRunIds());
  const runs = (await silentRuns(new Date(Date.now() - silentFor))).filter((run) => !active.has(run.id));
  let marked = 0;
  for (const run of runs) if (await interrupt(run)) marked += 1;
  return marked;
}

async function lookAfterRuns(): Promise<void> {
  const ids = activeRunIds();
  if (ids.length > 0) {
    await beat(ids, new Date());
    // Should the word of another replica have been lost.
    for (const id of await runsToStop(ids)) abortHere(id, "stopped");
  }
  await markInterruptedRuns();
}

const holder = globalThis as typeof globalThis & { weftReaper?: ReturnType<typeof setInterval> };

/** Beats for the runs of this process and marks those whose process died, every 10 s. Returns the way to stop. */
export function startReaper(): () => void {
  holder.weftReaper ??= outsideTransaction(() => {
    const tick = () =>
      lookAfterRuns().catch((error: unknown) => log.error({ err: error }, "looking after runs failed"));
    const timer = setInterval(tick, beatMs);
    timer.unref();
    return timer;
  });
  return () => {
    clearInterval(holder.weftReaper);
    delete holder.weftReaper;
  };
}

/**
 * Gives the runs of this process `graceMs` to end, then marks the others as interrupted, so that their readers need not
 * wait for another process to notice.
 */
export async function drainRuns(graceMs: number): Promise<void> {
  const end = performance.now() + graceMs;
  const isIdle = () => activeRunIds().length === 0;
  const wait = async (until: number) => {
    while (!isIdle() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await wait(end);
  for (const id of activeRunIds()) abortHere(id, interruption);
  await wait(end + 2_000);
}
