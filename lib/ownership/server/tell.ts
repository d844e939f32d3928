import "server-only";
import { env } from "#lib/env.ts";
import { ownershipNews } from "#lib/messages/en/ownership-news.ts";
import { locale, translator } from "#lib/messages/translate.ts";
import type { NotificationKind } from "#lib/notifications/kinds.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";

export const t = translator(ownershipNews);

/** A day as it is written in a message, in the time zone of the portal. */
export function dayOf(moment: Date): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: env().timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(moment);
}

type About = { readonly id: string; readonly slug: string };
type Words = { readonly title: string; readonly body: string };

/** The page where hand-overs, deputies and confirmations of a tool are seen to. */
export const peoplePage = ({ slug }: Pick<About, "slug">) => `/owner/${slug}/people`;

/** Tells people something about who answers for a tool; it leads to that page unless told. */
export async function tell(
  people: readonly (string | null | undefined)[],
  kind: NotificationKind,
  tool: About,
  key: string,
  { title, body, href = peoplePage(tool) }: Words & { readonly href?: string },
): Promise<void> {
  await notifyPeople(people, { kind, title, body: body.trim(), href, key, toolId: tool.id });
}
