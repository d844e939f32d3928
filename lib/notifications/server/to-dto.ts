import "server-only";
import { localPath } from "#lib/identity/local-path.ts";
import { type Notification, notificationSchema } from "#lib/notifications/schema.ts";
import type { NotificationRow } from "#lib/notifications/server/repository.ts";

export function toNotification(row: NotificationRow): Notification {
  return notificationSchema.parse({
    ...row,
    href: localPath(row.href),
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  });
}
