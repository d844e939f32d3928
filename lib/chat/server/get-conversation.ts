import "server-only";
import { namesOfTools } from "#lib/catalog/server/names-of-tools.ts";
import { type ConversationView, conversationViewSchema } from "#lib/chat/schema.ts";
import { messagesOf, ownConversation } from "#lib/chat/server/repository.ts";
import { toMessageView } from "#lib/chat/server/to-dto.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { runsById } from "#lib/runs/server/run-rows.ts";

/** A conversation of the viewer with all its messages, in the order in which they were written. */
export async function getConversation(viewer: Viewer, id: string): Promise<ConversationView> {
  const row = await ownConversation(viewer.id, id);
  if (!row) throw notFound("The conversation");
  const [messages, runs, tools] = await Promise.all([
    messagesOf(id),
    runsById(id),
    row.toolId ? namesOfTools([row.toolId]) : new Map<string, { slug: string; name: string }>(),
  ]);
  return conversationViewSchema.parse({
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    tool: (row.toolId ? tools.get(row.toolId) : null) ?? null,
    messages: messages.map((message) =>
      toMessageView(message, message.runId ? runs.get(message.runId) : undefined),
    ),
  });
}
