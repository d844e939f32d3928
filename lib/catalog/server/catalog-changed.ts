import "server-only";
import { catalogChannel, forgetToolIndex } from "#lib/catalog/server/tool-index.ts";
import { notify } from "#lib/db/notify.ts";
import { afterCommit } from "#lib/db/transaction.ts";

/** Tells every replica, once the change has committed, that tools changed. */
export async function catalogChanged(): Promise<void> {
  await afterCommit(async () => {
    forgetToolIndex();
    await notify(catalogChannel, "changed");
  });
}
