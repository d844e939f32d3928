import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { isFinished, runStatusSchema } from "#lib/runs/schema.ts";
import { ownRun, updateRun } from "#lib/runs/server/repository.ts";
import { signalStop } from "#lib/runs/server/run-hub.ts";

/** Stops a run wherever it is carried out; a run that has ended already stays as it is. */
export async function stopRun(viewer: Viewer, runId: string): Promise<void> {
  const run = await ownRun(viewer.id, runId);
  if (!run) throw notFound("The run");
  if (isFinished(runStatusSchema.parse(run.status))) return;
  await transaction(async () => {
    await updateRun(runId, { stopRequestedAt: now() });
    await recordEvent({
      type: "run.stopped",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "run", id: runId, name: "Answer" },
      conversationId: run.conversationId,
      runId,
    });
  });
  await signalStop(runId);
}
