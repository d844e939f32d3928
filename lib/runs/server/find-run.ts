import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { type RunStatus, runStatusSchema } from "#lib/runs/schema.ts";
import { ownRun } from "#lib/runs/server/repository.ts";

/** A run of the viewer, or null. */
export async function findRun(
  viewer: Viewer,
  id: string,
): Promise<{ id: string; conversationId: string; status: RunStatus } | null> {
  const row = await ownRun(viewer.id, id);
  return row
    ? { id: row.id, conversationId: row.conversationId, status: runStatusSchema.parse(row.status) }
    : null;
}
