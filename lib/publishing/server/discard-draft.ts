import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { transaction } from "#lib/db/transaction.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { draftConflict, requirePublishedTool } from "#lib/publishing/server/published-tool.ts";
import { deleteDraft } from "#lib/publishing/server/repository.ts";

/** Throws a draft away, if nobody saved since it was read. */
export async function discardDraft(
  viewer: Viewer,
  slug: string,
  input: { readonly revision: number },
): Promise<void> {
  const tool = await requirePublishedTool(viewer, slug);
  await transaction(async () => {
    if (!(await deleteDraft(tool.id, input.revision))) throw draftConflict();
    await recordEvent({
      type: "tool.draft-discarded",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: tool.name },
      domainId: tool.domainId,
      details: { baseVersion: tool.version },
    });
  });
}
