import "server-only";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { moveCall } from "#lib/tools/server/repository.ts";

/**
 * Ends the viewer's waiting call without running it: `declined` by the person, `refused` by the portal. False when
 * the call does not wait any more.
 */
export async function declineCall(
  viewer: Pick<Viewer, "id">,
  id: string,
  status: "declined" | "refused" = "declined",
): Promise<boolean> {
  return moveCall(viewer.id, id, "waiting-approval", { status, finishedAt: now() });
}
