import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { deleteDraft, deleteUnreleasedTool } from "#lib/publishing/server/repository.ts";
import { draftConflict, requireDraftTool } from "#lib/publishing/server/tool-draft.ts";

/** Throws a draft away, if nobody saved since it was read. A tool that was never released goes with its draft. */
export async function discardDraft(
  viewer: Viewer,
  slug: string,
  input: { readonly revision: number },
): Promise<void> {
  const tool = await requireDraftTool(viewer, slug);
  if (tool.lifecycle === "in-review") {
    throw new AppError("conflict", `${tool.name} waits for approval.`, {
      mend: "Withdraw the request first.",
    });
  }
  await transaction(async () => {
    if (!(await deleteDraft(tool.id, input.revision))) throw draftConflict();
    await recordEvent({
      type: "tool.draft-discarded",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: tool.name },
      domainId: tool.domainId,
      details: { baseVersion: tool.published?.version ?? null },
    });
    if (tool.published) return;
    await deleteUnreleasedTool(tool.id);
    await catalogChanged();
  });
}
