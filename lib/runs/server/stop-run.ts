import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { isFinished, runStatusSchema } from "#lib/runs/schema.ts";
import { closeQuestions, RunMovedOn, restRun } from "#lib/runs/server/end-run.ts";
import { eventsAfter, ownRun, type RunRow, updateRun } from "#lib/runs/server/repository.ts";
import { signalStop } from "#lib/runs/server/run-hub.ts";
import { RunLog } from "#lib/runs/server/run-log.ts";

async function recordStop(viewer: Viewer, run: RunRow): Promise<void> {
  await recordEvent({
    type: "run.stopped",
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "run", id: run.id, name: "Answer" },
    conversationId: run.conversationId,
    runId: run.id,
  });
}

/** Nobody works on a run that waits, so it is ended here; its question can no longer be answered. */
async function stopWaiting(
  viewer: Viewer,
  run: RunRow,
  from: "waiting-approval" | "waiting-input",
): Promise<void> {
  const actor = { kind: "person", id: viewer.id, name: viewer.name } as const;
  await restRun(new RunLog(run.id, await eventsAfter(run.id, 0)), {
    runId: run.id,
    from,
    to: "stopped",
    notice: { type: "notice", tone: "info", text: "Stopped.", mend: null, action: null },
    also: async () => {
      await closeQuestions(run, actor, "The person stopped the answer.");
      await recordStop(viewer, run);
    },
  });
}

/** Stops a run, wherever it is carried out and also while it waits; one that has ended already stays as it is. */
export async function stopRun(viewer: Viewer, runId: string): Promise<void> {
  const run = await ownRun(viewer.id, runId);
  if (!run) throw notFound("The run");
  const status = runStatusSchema.parse(run.status);
  if (isFinished(status)) return;
  if (status === "waiting-approval" || status === "waiting-input") {
    try {
      return await stopWaiting(viewer, run, status);
    } catch (error) {
      // Answered at the same moment: then it runs, and is stopped like any other.
      if (!(error instanceof RunMovedOn)) throw error;
    }
  }
  await transaction(async () => {
    await updateRun(runId, { stopRequestedAt: now() });
    await recordStop(viewer, run);
  });
  await signalStop(runId);
}
