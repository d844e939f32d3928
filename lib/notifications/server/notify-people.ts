import "server-only";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import type { NotificationKind } from "#lib/notifications/kinds.ts";
import { insertNotifications } from "#lib/notifications/server/repository.ts";

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
};

/**
 * Tells people something, inside the transaction of the moment when there is one, so that a change and its news stand or
 * fall together. People who are named twice, or were told already, hear it once.
 */
export async function notifyPeople(
  personIds: readonly (string | null | undefined)[],
  news: News,
): Promise<void> {
  const ids = [...new Set(personIds.filter((id) => typeof id === "string"))];
  if (ids.length === 0) return;
  const createdAt = now();
  await insertNotifications(
    ids.map((personId) => ({
      id: newId(createdAt),
      personId,
      kind: news.kind,
      toolId: news.toolId ?? null,
      title: news.title,
      body: news.body,
      href: news.href,
      key: news.key,
      createdAt,
      source: currentSource(),
    })),
  );
}
