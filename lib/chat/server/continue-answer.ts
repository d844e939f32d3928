import "server-only";
import { touchConversation } from "#lib/chat/server/repository.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { continueRun } from "#lib/runs/server/continue-run.ts";
import { findRun } from "#lib/runs/server/find-run.ts";
import { isAnswering } from "#lib/runs/server/run-rows.ts";

/**
 * Lets an answer of the viewer go on where it was cut off. The conversation is locked, so that one answer at a time is
 * written in it. Throws `conflict` while another one is being written, or when this one was not cut off.
 */
export async function continueAnswer(viewer: Viewer, runId: string): Promise<void> {
  const run = await findRun(viewer, runId);
  if (!run) throw notFound("The answer");
  await transaction(async () => {
    if (!(await touchConversation(viewer.id, run.conversationId, now()))) throw notFound("The conversation");
    if (run.status === "interrupted" && (await isAnswering(run.conversationId))) {
      throw new AppError("conflict", "An answer is still being written in this conversation.", {
        mend: "Wait for it, or stop it first.",
      });
    }
    await continueRun(viewer, runId);
  });
}
