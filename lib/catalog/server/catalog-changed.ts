import "server-only";
import { catalogChannel, markChanged } from "#lib/catalog/server/tool-index.ts";
import { notify } from "#lib/db/notify.ts";
import { afterCommit } from "#lib/db/transaction.ts";

/** Ids of one notification, which takes less than 8000 bytes. */
const mostIds = 200;

/**
 * Tells every replica, once the change has committed, that tools changed: those with these ids, or any, which is found
 * out by comparing. Only what changed is read again.
 */
export async function catalogChanged(toolIds: readonly string[] | null = null): Promise<void> {
  const ids = toolIds && toolIds.length > 0 && toolIds.length <= mostIds ? toolIds : null;
  await afterCommit(async () => {
    markChanged(ids);
    await notify(catalogChannel, ids?.join(" ") ?? "");
  });
}
