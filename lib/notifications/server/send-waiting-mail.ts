import "server-only";
import { now } from "#lib/clock.ts";
import { localPath } from "#lib/identity/local-path.ts";
import { log } from "#lib/log.ts";
import { composeMail } from "#lib/notifications/compose-mail.ts";
import { notificationKindSchema } from "#lib/notifications/schema.ts";
import {
  claimMail,
  dropWaitingMail,
  releaseMail,
  settleMail,
  type WaitingMail,
} from "#lib/notifications/server/mail-repository.ts";
import type { Posting, PostOffice } from "#lib/notifications/server/post-office.ts";

const hourMs = 3_600_000;
/** What is older is no news any more: after an outage nobody gets yesterday's mail. */
export const oldestMailMs = 24 * hourMs;
const claimedAtOnce = 20;

export type Round = { readonly sent: number; readonly isReachable: boolean };

async function postOne(
  office: PostOffice,
  mail: WaitingMail,
  portalUrl: string,
  signal: AbortSignal,
): Promise<Posting | "left"> {
  const kind = notificationKindSchema.safeParse(mail.kind);
  if (!mail.person.isActive || !kind.success) return "left";
  const words = composeMail({ ...mail, kind: kind.data, href: localPath(mail.href) }, portalUrl);
  const to = { name: mail.person.name, address: mail.person.email };
  return office.post({ ...words, id: mail.id, to }, signal);
}

const endings = { sent: "sent", refused: "failed", left: "none" } as const;

/**
 * Sends what waits, oldest first, until nothing is due, the server takes no more, or `signal` stops it. Several
 * processes may do so at a time: each mail is claimed by one. A process that dies between the server's yes and its
 * own note sends that mail again later, under the same Message-ID.
 */
export async function sendWaitingMail(
  office: PostOffice,
  portalUrl: string,
  signal: AbortSignal,
): Promise<Round> {
  let sent = 0;
  await dropWaitingMail(new Date(now().getTime() - oldestMailMs));
  while (!signal.aborted) {
    const claimed = await claimMail(now(), claimedAtOnce);
    if (claimed.length === 0) break;
    for (const [at, mail] of claimed.entries()) {
      const posting = await postOne(office, mail, portalUrl, signal);
      if (posting === "unreachable") {
        await releaseMail(claimed.slice(at).map(({ id }) => id));
        return { sent, isReachable: false };
      }
      if (posting !== "later") await settleMail(mail.id, endings[posting], now());
      if (posting === "sent") sent += 1;
      if (signal.aborted) {
        await releaseMail(claimed.slice(at + 1).map(({ id }) => id));
        break;
      }
    }
  }
  if (sent > 0) log.info({ sent }, "E-mails were sent.");
  return { sent, isReachable: true };
}
