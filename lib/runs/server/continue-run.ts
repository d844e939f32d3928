import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { afterCommit, transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { carryOut } from "#lib/runs/server/carry-out.ts";
import { jsonOrNull, moveRun, ownRun } from "#lib/runs/server/repository.ts";
import { inBackground } from "#lib/runs/server/start-run.ts";

/**
 * Lets an answer that broke off go on where it stopped: the same run, its text kept. Throws `conflict` when it is not
 * interrupted, or not any more.
 */
export async function continueRun(viewer: Viewer, runId: string): Promise<void> {
  const run = await ownRun(viewer.id, runId);
  if (!run) throw notFound("The run");
  if (run.state === null) {
    throw new AppError("conflict", "This answer cannot be continued.", { mend: "Ask the question again." });
  }
  await transaction(async () => {
    const at = now();
    const moved = await moveRun(runId, "interrupted", {
      status: "running",
      error: jsonOrNull(null),
      finishedAt: null,
      stopRequestedAt: null,
      heartbeatAt: at,
    });
    if (!moved) {
      throw new AppError("conflict", "This answer goes on already, or has ended.", {
        mend: "Reload to see what became of it.",
      });
    }
    await recordEvent({
      type: "run.continued",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "run", id: run.id, name: "Answer" },
      conversationId: run.conversationId,
      runId: run.id,
    });
    await afterCommit(() => inBackground(() => carryOut(viewer, runId, { kind: "continued" })));
  });
}
