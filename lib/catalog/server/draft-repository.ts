import "server-only";
import { db } from "#lib/db/client.ts";

/** What a draft would do; null when nobody has begun to edit. */
export async function draftContentOf(toolId: string) {
  return db().toolDraft.findUnique({ where: { toolId }, select: { settings: true, operations: true } });
}
