import "server-only";
import { notify } from "#lib/db/notify.ts";
import { afterCommit } from "#lib/db/transaction.ts";

export const trustChannel = "weft_trust";

/** Tells every replica, once it has committed, that ratings changed: of one tool, or of all. */
export async function ratingsChanged(toolId: string | null): Promise<void> {
  await afterCommit(() => notify(trustChannel, toolId ?? ""));
}
