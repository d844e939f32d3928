import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { Confirmation } from "#lib/ownership/answer.ts";
import type { AskedTool } from "#lib/ownership/server/ask-question.ts";
import { confirmationOf, setConfirmation } from "#lib/ownership/server/confirm-ownership-repository.ts";

/** The viewer says that they still answer for the tool. Whether they do is decided above. */
export async function confirmOwnership(viewer: Viewer, tool: AskedTool): Promise<Confirmation> {
  const confirmedAt = now();
  await transaction(async () => {
    const before = await confirmationOf(tool.id);
    await setConfirmation(tool.id, confirmedAt, viewer.id);
    await recordEvent({
      type: "tool.ownership-confirmed",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: tool.name },
      domainId: tool.domainId,
      changes: {
        before: { confirmedAt: before?.toISOString() ?? null },
        after: { confirmedAt: confirmedAt.toISOString() },
      },
    });
  });
  return { confirmedAt: confirmedAt.toISOString() };
}
