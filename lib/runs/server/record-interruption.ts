import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { RunRow } from "#lib/runs/server/repository.ts";

/** The trail of an answer that broke off by itself. */
export async function recordInterruption(
  run: Pick<RunRow, "id" | "conversationId">,
  reason: string,
): Promise<void> {
  await recordEvent({
    type: "run.interrupted",
    actor: { kind: "system", name: "Weft" },
    target: { kind: "run", id: run.id, name: "Answer" },
    outcome: "failed",
    reason,
    conversationId: run.conversationId,
    runId: run.id,
  });
}
