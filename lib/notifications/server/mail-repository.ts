import "server-only";
import { db } from "#lib/db/client.ts";

/** How long a claimed mail is left to the process that claimed it, and the shortest pause between two tries. */
export const claimMinutes = 10;

export type WaitingMail = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly href: string;
  readonly person: { readonly name: string; readonly email: string; readonly isActive: boolean };
};

/** Gives up what waits since before `oldest`, and what was read in the inbox meanwhile. */
export async function dropWaitingMail(oldest: Date): Promise<number> {
  return db().$executeRaw`
    UPDATE notification SET mail = CASE WHEN read_at IS NULL THEN 'failed' ELSE 'none' END
    WHERE mail = 'waiting' AND (read_at IS NOT NULL OR created_at < ${oldest})`;
}

/**
 * Takes the oldest waiting mails for this process alone. Until a mail is sent, `mailed_at` is when it was last tried;
 * the pause before the next try grows with the time that it has waited.
 */
export async function claimMail(at: Date, limit: number): Promise<WaitingMail[]> {
  const claimed = await db().$queryRaw<{ id: string }[]>`
    UPDATE notification SET mailed_at = ${at} WHERE id IN (
      SELECT id FROM notification
      WHERE mail = 'waiting' AND (mailed_at IS NULL
        OR mailed_at + GREATEST(make_interval(mins => ${claimMinutes}::int), mailed_at - created_at) <= ${at})
      ORDER BY created_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id::text`;
  return db().notification.findMany({
    where: { id: { in: claimed.map(({ id }) => id) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      title: true,
      body: true,
      href: true,
      person: { select: { name: true, email: true, isActive: true } },
    },
  });
}

/** Says how a claimed mail ended. */
export async function settleMail(id: string, mail: "sent" | "failed" | "none", at: Date): Promise<void> {
  await db().notification.update({ where: { id }, data: { mail, mailedAt: at }, select: { id: true } });
}

/** Gives back claimed mails that were not tried, or whose server could not be reached. */
export async function releaseMail(ids: readonly string[]): Promise<void> {
  await db().notification.updateMany({
    where: { id: { in: [...ids] }, mail: "waiting" },
    data: { mailedAt: null },
  });
}
