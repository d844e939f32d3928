import "server-only";
import { requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import { insertConversation } from "#lib/chat/server/repository.ts";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** Starts a conversation with the draft of a tool that the viewer may edit. It stands in no list and no search. */
export async function createDraftConversation(viewer: Viewer, slug: string): Promise<{ id: string }> {
  const tool = await requireEditableTool(viewer, slug);
  const createdAt = now();
  const id = newId(createdAt);
  await insertConversation({
    id,
    personId: viewer.id,
    title: "",
    toolId: tool.id,
    withDraft: true,
    dataClass: "internal",
    modelAlias: null,
    createdAt,
    updatedAt: createdAt,
    source: currentSource(),
  });
  return { id };
}
