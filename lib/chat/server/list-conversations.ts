import "server-only";
import { type ConversationSummary, conversationSummarySchema } from "#lib/chat/schema.ts";
import { conversationsOf, newestRunStatus } from "#lib/chat/server/repository.ts";
import { decodeCursor, encodeCursor } from "#lib/db/pagination.ts";
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
  const limit = query.limit ?? 30;
  const cursor = query.cursor ? decodeCursor(query.cursor) : null;
  const rows = await conversationsOf(
    viewer.id,
    limit + 1,
    query.words?.trim() || null,
    cursor ? { updatedAt: new Date(String(cursor.value)), id: cursor.id } : null,
  );
  const shown = rows.slice(0, limit);
  const statuses = await newestRunStatus(shown.map((row) => row.id));
  const last = shown.at(-1);
  return {
    conversations: shown.map((row) =>
      conversationSummarySchema.parse({
        id: row.id,
        title: row.title || "New conversation",
        updatedAt: row.updatedAt.toISOString(),
        source: row.source,
        runStatus: statuses.get(row.id) ?? null,
      }),
    ),
    nextCursor:
      rows.length > limit && last ? encodeCursor({ value: last.updatedAt.toISOString(), id: last.id }) : null,
  };
}
