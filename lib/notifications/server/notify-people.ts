import "server-only";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import { env } from "#lib/env.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { NotificationKind } from "#lib/notifications/kinds.ts";
import { sendMailSoon } from "#lib/notifications/server/mail-jobs.ts";
import { channelsOf } from "#lib/notifications/server/preferences.ts";
import { addressees, insertNotifications } from "#lib/notifications/server/repository.ts";

export type News = {
  readonly kind: NotificationKind;
  /** One line that stands by itself, such as "Expense Service 2.4.0 waits for your approval". */
  readonly title: string;
  /** What happened and what to do, in a sentence or two; may be empty. */
  readonly body: string;
  /** A path of the portal that leads to the thing. */
  readonly href: string;
  /** The same key reaches the same person once; name the thing and its state, such as `release/ID/requested`. */
  readonly key: string;
  readonly toolId?: string | undefined;
  /** Who did it, and needs not be told. */
  readonly exceptId?: string | null | undefined;
};

/**
 * Tells people something, inside the transaction of the moment when there is one, so that a change and its news stand or
 * fall together. People who are named twice, or were told already, hear it once; those who have left hear nothing, and
 * everybody else where they chose to. E-mail follows by itself, where it is set up.
 */
export async function notifyPeople(
  personIds: readonly (string | null | undefined)[],
  { exceptId, toolId, ...news }: News,
): Promise<void> {
  const ids = new Set(personIds.filter((id) => typeof id === "string"));
  if (exceptId) ids.delete(exceptId);
  if (ids.size === 0) return;
  const createdAt = now();
  const source = currentSource();
  // Nobody gets e-mail about a past that was made up.
  const canMail = env().mail !== undefined && source === "live";
  const rows = (await addressees([...ids], news.kind)).flatMap(({ id: personId, ...chosen }) => {
    const { inbox, mail } = channelsOf(news.kind, chosen);
    const waits = mail && canMail;
    if (!inbox && !waits) return [];
    const channels = { inInbox: inbox, mail: waits ? "waiting" : "none" };
    return [
      { ...news, ...channels, id: newId(createdAt), personId, toolId: toolId ?? null, createdAt, source },
    ];
  });
  const written = await insertNotifications(rows);
  if (written > 0 && rows.some(({ mail }) => mail === "waiting")) await enqueue(sendMailSoon, {});
}
