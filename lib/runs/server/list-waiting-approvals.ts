import "server-only";
import { z } from "zod";
import { namesOfTools } from "#lib/catalog/server/names-of-tools.ts";
import { titlesOfOperations } from "#lib/catalog/server/titles-of-operations.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { pendingApprovals } from "#lib/runs/server/repository.ts";

const waitingApprovalSchema = z.object({
  id: z.uuid(),
  askedAt: z.iso.datetime(),
  tool: z.object({ slug: z.string(), name: z.string() }),
  operationName: z.string(),
  operationTitle: z.string(),
  conversationId: z.uuid().nullable(),
});
export type WaitingApproval = z.infer<typeof waitingApprovalSchema>;

/** Calls that wait for the viewer's *Run* or *Don't run*, the longest waiting first. */
export async function listWaitingApprovals(viewer: Viewer): Promise<WaitingApproval[]> {
  const rows = await pendingApprovals(viewer.id);
  const [tools, titleOf] = await Promise.all([
    namesOfTools(rows.map(({ call }) => call.toolId)),
    titlesOfOperations(rows.map(({ call }) => call)),
  ]);
  return rows.flatMap(({ id, createdAt, call }) => {
    const tool = tools.get(call.toolId);
    if (!tool) return [];
    const { operationName, conversationId } = call;
    return waitingApprovalSchema.parse({
      id,
      askedAt: createdAt.toISOString(),
      tool,
      operationName,
      operationTitle: titleOf(call),
      conversationId,
    });
  });
}
