import "server-only";
import { now } from "#lib/clock.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { Marked, Notification, ReadAll } from "#lib/notifications/schema.ts";
import { ownNotification, setAllRead, setRead, unsetRead } from "#lib/notifications/server/repository.ts";
import { toNotification } from "#lib/notifications/server/to-dto.ts";

// A read mark is a person's own bookmark and changes nothing for anybody, so the trail holds none.

/** Marks one message as read or unread; doing so twice changes nothing. */
export async function markNotification(viewer: Viewer, id: string, isRead: boolean): Promise<Notification> {
  await setRead(viewer.id, id, isRead ? now() : null);
  const row = await ownNotification(viewer.id, id);
  if (!row) throw notFound("The message");
  return toNotification(row);
}

/** Marks all that is unread, of one kind or of every kind, as far as it was there at a moment. */
export async function markAllRead(viewer: Viewer, which: ReadAll): Promise<Marked> {
  const readAt = now();
  const count = await setAllRead(viewer.id, which, readAt);
  return { count, readAt: readAt.toISOString() };
}

/** Takes back what `markAllRead` marked at that moment, and nothing else. */
export async function undoMarkAllRead(viewer: Viewer, readAt: string): Promise<{ count: number }> {
  return { count: await unsetRead(viewer.id, new Date(readAt)) };
}
