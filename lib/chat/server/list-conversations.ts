import "server-only";
import { type ConversationSummary, conversationSummarySchema } from "#lib/chat/schema.ts";
import { conversationsOf, newestRunStatus } from "#lib/chat/server/repository.ts";
import { toPage } from "#lib/db/pagination.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** The viewer's conversations, newest first, by page. */
export async function listConversations(
  viewer: Viewer,
  query: {
    readonly words?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
  },
): Promise<{ conversations: ConversationSummary[]; nextCursor: string | null }> {
  const { words, cursor, limit = 30 } = query;
  const rows = await conversationsOf(viewer.id, {
    words: words?.trim() || undefined,
    cursor,
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (row) => ({ value: row.updatedAt.toISOString(), id: row.id }));
  const statuses = await newestRunStatus(page.items.map((row) => row.id));
  return {
    conversations: page.items.map((row) =>
      conversationSummarySchema.parse({
        id: row.id,
        title: row.title || "New conversation",
        updatedAt: row.updatedAt.toISOString(),
        source: row.source,
        runStatus: statuses.get(row.id) ?? null,
      }),
    ),
    nextCursor: page.nextCursor ?? null,
  };
}
