import "server-only";
import { db } from "#lib/db/client.ts";
import { afterCursor } from "#lib/db/pagination.ts";
import { type InboxFilter, type InboxQuery, mostCounted, type ReadAll } from "#lib/notifications/schema.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Rows of one statement; a release may have thousands of followers, and a statement takes 32,767 values. */
const rowsAtOnce = 1000;

/** Writes those messages that their people did not get yet, by `key`, and returns how many. */
export async function insertNotifications(rows: Prisma.NotificationCreateManyInput[]): Promise<number> {
  let written = 0;
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const { count } = await db().notification.createMany({
      data: rows.slice(at, at + rowsAtOnce),
      skipDuplicates: true,
    });
    written += count;
  }
  return written;
}

export type Addressee = {
  readonly id: string;
  readonly inbox: boolean | null;
  readonly mail: boolean | null;
};

/** Those of the people who can sign in, each with what they chose for a kind; null where they chose nothing. */
export async function addressees(personIds: readonly string[], kind: string): Promise<Addressee[]> {
  const found: Addressee[] = [];
  for (let at = 0; at < personIds.length; at += rowsAtOnce) {
    const rows = await db().person.findMany({
      where: { id: { in: personIds.slice(at, at + rowsAtOnce) }, isActive: true },
      select: { id: true, preferencesOf: { where: { kind }, select: { inbox: true, mail: true } } },
    });
    for (const { id, preferencesOf } of rows) {
      found.push({ id, inbox: preferencesOf[0]?.inbox ?? null, mail: preferencesOf[0]?.mail ?? null });
    }
  }
  return found;
}

const columns = {
  id: true,
  kind: true,
  title: true,
  body: true,
  href: true,
  createdAt: true,
  readAt: true,
  source: true,
} as const satisfies Prisma.NotificationSelect;
export type NotificationRow = Prisma.NotificationGetPayload<{ select: typeof columns }>;

const inInbox = (personId: string, { show, kind }: InboxFilter): Prisma.NotificationWhereInput => ({
  personId,
  inInbox: true,
  ...(show === "unread" ? { readAt: null } : {}),
  ...(kind ? { kind } : {}),
});

/** What no message can have is no moment of this list. */
const readMoment = (value: unknown) => new Date(Math.max(Date.parse(String(value)), 0) || Number.NaN);

/** One more than `limit`, newest first, so that the caller knows whether there is a next page. */
export async function findNotifications(personId: string, query: InboxQuery): Promise<NotificationRow[]> {
  const after = afterCursor(query.cursor, "createdAt", "desc", readMoment);
  return db().notification.findMany({
    where: { AND: [inInbox(personId, query), after ?? {}] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: query.limit + 1,
    select: columns,
  });
}

export async function countUnreadOf(personId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM notification WHERE person_id = ${personId}::uuid AND in_inbox AND read_at IS NULL
      LIMIT ${mostCounted}) unread`;
  return row?.count ?? 0;
}

export async function ownNotification(personId: string, id: string): Promise<NotificationRow | null> {
  return db().notification.findFirst({ where: { id, personId, inInbox: true }, select: columns });
}

/** Keeps the first moment of reading when it is marked as read again. */
export async function setRead(personId: string, id: string, readAt: Date | null): Promise<void> {
  const change = readAt === null ? { id, personId } : { id, personId, readAt: null };
  await db().notification.updateMany({ where: change, data: { readAt } });
}

export async function setAllRead(personId: string, { kind, until }: ReadAll, readAt: Date): Promise<number> {
  const filter = inInbox(personId, { show: "unread", ...(kind ? { kind } : {}) });
  const where = { ...filter, createdAt: { lte: new Date(until) } };
  return (await db().notification.updateMany({ where, data: { readAt } })).count;
}

export async function unsetRead(personId: string, readAt: Date): Promise<number> {
  const where = { personId, inInbox: true, readAt };
  return (await db().notification.updateMany({ where, data: { readAt: null } })).count;
}

export async function preferencesOf(
  personId: string,
): Promise<{ kind: string; inbox: boolean; mail: boolean }[]> {
  return db().notificationPreference.findMany({
    where: { personId },
    select: { kind: true, inbox: true, mail: true },
  });
}

export async function putPreference(
  personId: string,
  kind: string,
  chosen: { readonly inbox: boolean; readonly mail: boolean },
): Promise<void> {
  await db().notificationPreference.upsert({
    where: { personId_kind: { personId, kind } },
    create: { personId, kind, ...chosen },
    update: chosen,
    select: { kind: true },
  });
}
