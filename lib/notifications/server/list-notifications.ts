import "server-only";
import { toPage } from "#lib/db/pagination.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { InboxPage, InboxQuery } from "#lib/notifications/schema.ts";
import { countUnreadOf, findNotifications } from "#lib/notifications/server/repository.ts";
import { toNotification } from "#lib/notifications/server/to-dto.ts";

/** The viewer's inbox, newest first, a page at a time. */
export async function listNotifications(viewer: Viewer, query: InboxQuery): Promise<InboxPage> {
  const rows = await findNotifications(viewer.id, query);
  const { items, nextCursor } = toPage(rows, query.limit, ({ id, createdAt }) => ({
    id,
    value: createdAt.toISOString(),
  }));
  return { notifications: items.map(toNotification), nextCursor: nextCursor ?? null };
}

/** How many messages the viewer has not read, 100 at most: the frame says it on every page. */
export async function countUnread(viewer: Viewer): Promise<number> {
  return countUnreadOf(viewer.id);
}
