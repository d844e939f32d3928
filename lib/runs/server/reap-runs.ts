import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { outsideTransaction, transaction } from "#lib/db/transaction.ts";
import { log } from "#lib/log.ts";
import { emptyRun, foldEvent } from "#lib/runs/fold-events.ts";
import type { RunEvent } from "#lib/runs/schema.ts";
import { beat, eventsAfter, insertEvents, moveRun, silentRuns } from "#lib/runs/server/repository.ts";
import { activeRunIds, publish } from "#lib/runs/server/run-hub.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const beatMs = 10_000;
/** A run without a heartbeat for this long has lost its process. */
const silentMs = 45_000;

/** Marks runs whose process died as interrupted, with the text that was stored. Returns how many. */
export async function markInterruptedRuns(silentFor = silentMs): Promise<number> {
  const active = new Set(activeRunIds());
  const runs = (await silentRuns(new Date(Date.now() - silentFor))).filter((run) => !active.has(run.id));
  for (const run of runs) {
    const events = await eventsAfter(run.id, 0);
    const state = events.reduce(
      (folded, event) => foldEvent(folded, event.sequence, event.payload),
      emptyRun,
    );
    const error = {
      message: "The answer was interrupted.",
      mend: "Ask again to go on; what was written so far is kept.",
    };
    const last: RunEvent = {
      sequence: state.sequence + 1,
      payload: { kind: "status", status: "interrupted", waitingFor: null, error },
    };
    const isMine = await transaction(async () => {
      const moved = await moveRun(run.id, "running", {
        status: "interrupted",
        parts: state.parts as unknown as Prisma.InputJsonValue,
        lastSequence: last.sequence,
        error,
        finishedAt: new Date(),
      });
      if (!moved) return false;
      await insertEvents(run.id, [last]);
      await recordEvent({
        type: "run.interrupted",
        actor: { kind: "system", name: "Weft" },
        target: { kind: "run", id: run.id, name: "Answer" },
        outcome: "failed",
        reason: "The process that worked on it ended.",
        conversationId: run.conversationId,
        runId: run.id,
      });
      return true;
    });
    if (isMine) await publish(run.id, [last]);
  }
  return runs.length;
}

const holder = globalThis as typeof globalThis & { weftReaper?: ReturnType<typeof setInterval> };

/** Beats for the runs of this process and marks those whose process died, every 10 s. Returns the way to stop. */
export function startReaper(): () => void {
  holder.weftReaper ??= outsideTransaction(() => {
    const tick = () => {
      const ids = activeRunIds();
      const work = async () => {
        if (ids.length > 0) await beat(ids, new Date());
        await markInterruptedRuns();
      };
      work().catch((error: unknown) => log.error({ err: error }, "looking after runs failed"));
    };
    const timer = setInterval(tick, beatMs);
    timer.unref();
    return timer;
  });
  return () => {
    clearInterval(holder.weftReaper);
    delete holder.weftReaper;
  };
}
