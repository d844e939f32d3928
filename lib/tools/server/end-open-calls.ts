import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { moveCall, openCallsOfRun } from "#lib/tools/server/repository.ts";

const lost = "The process that ran it ended. Whether it took effect is not known.";

/**
 * Ends the calls of a run that ends: those that wait for the person as stopped, and those whose process died as failed,
 * with the outcome in the trail that their intent still lacks.
 */
export async function endOpenCalls(run: {
  readonly id: string;
  readonly personId: string;
  readonly conversationId: string;
}): Promise<void> {
  for (const call of await openCallsOfRun(run.id)) {
    if (call.status === "waiting-approval") {
      await moveCall(run.personId, call.id, call.status, { status: "stopped", finishedAt: now() });
      continue;
    }
    const error = { code: "internal", message: lost, mend: "Look into the tool before you run it again." };
    if (!(await moveCall(run.personId, call.id, "running", { status: "failed", error, finishedAt: now() })))
      continue;
    await recordEvent({
      type: "tool.called",
      actor: { kind: "system", name: "Weft" },
      target: { kind: "tool", id: call.toolId, name: call.operationName },
      outcome: "failed",
      reason: lost,
      conversationId: run.conversationId,
      runId: run.id,
      callId: call.id,
      details: {
        operation: call.operationName,
        channel: call.channel,
        status: "failed",
        errorCode: error.code,
      },
    });
  }
}
