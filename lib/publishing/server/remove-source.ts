import "server-only";
import { securityRequirementSchema } from "#lib/catalog/operation.ts";
import { transaction } from "#lib/db/transaction.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import { recordSource } from "#lib/publishing/server/source-events.ts";
import { deleteSource, lockSourcesOf, sourceRow } from "#lib/publishing/server/source-repository.ts";
import { publishedContent, requireDraftTool, storedDraft } from "#lib/publishing/server/tool-draft.ts";
import { storeSecret } from "#lib/secrets/secret-store.ts";

const namesSecret = (operations: readonly DraftOperation[], name: string) =>
  operations.some(({ binding }) => {
    const security = securityRequirementSchema.array().safeParse(binding.security).data ?? [];
    return security.some(({ secretName }) => secretName === name);
  });

/**
 * Takes a source away. Operations that were taken over stay in the draft and go on serving, unwatched; a credential that
 * none of them needs is destroyed.
 */
export async function removeSource(viewer: Viewer, slug: string, id: string): Promise<void> {
  const tool = await requireDraftTool(viewer, slug);
  const [published, draft] = await Promise.all([publishedContent(tool), storedDraft(tool)]);
  const operations = [...published.operations, ...(draft?.content.operations ?? [])];
  await transaction(async () => {
    await lockSourcesOf(tool.id);
    const row = await sourceRow(tool.id, id);
    if (!row || !(await deleteSource(tool.id, id))) throw notFound("The source");
    for (const { secretName } of securityRequirementSchema.array().parse(row.security)) {
      if (!namesSecret(operations, secretName)) await storeSecret("tool", tool.id, secretName, "");
    }
    await recordSource("contract.removed", viewer, tool, row);
  });
}
