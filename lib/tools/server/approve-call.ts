import "server-only";
import { transaction } from "#lib/db/transaction.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { CallPlace, StoredCall } from "#lib/tools/call.ts";
import { recordCallIntended } from "#lib/tools/server/audit-events.ts";
import { moveCall } from "#lib/tools/server/repository.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/**
 * Lets the viewer's waiting call run with the arguments of `call`, which are stored first; the intent goes to the
 * trail with them. False when the call does not wait any more.
 */
export async function approveCall(viewer: Viewer, call: StoredCall, place: CallPlace): Promise<boolean> {
  return transaction(async () => {
    const data = { status: "running", arguments: call.arguments as Prisma.InputJsonObject };
    if (!(await moveCall(viewer.id, call.id, "waiting-approval", data))) return false;
    await recordCallIntended(viewer, call, place);
    return true;
  });
}
