import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Writes those messages that their people did not get yet, by `key`. */
export async function insertNotifications(rows: Prisma.NotificationCreateManyInput[]): Promise<number> {
  const { count } = await db().notification.createMany({ data: rows, skipDuplicates: true });
  return count;
}
