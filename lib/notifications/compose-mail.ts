import { notifications } from "#lib/messages/en/notifications.ts";
import { translator } from "#lib/messages/translate.ts";
import type { NotificationKind } from "#lib/notifications/kinds.ts";

const t = translator(notifications);

export type MailWords = { readonly subject: string; readonly text: string; readonly html: string };

type MailFacts = {
  readonly kind: NotificationKind;
  readonly title: string;
  readonly body: string;
  /** A path of the portal. */
  readonly href: string;
};

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);

/** A header is one line; what would begin another one becomes a space. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 200);

/** One message as e-mail: plain text and the same as simple HTML, with a link into the portal. */
export function composeMail({ kind, title, body, href }: MailFacts, portalUrl: string): MailWords {
  const address = new URL(href, portalUrl).href;
  const settings = new URL("/inbox/settings", portalUrl).href;
  const why = t("mailWhy", { kind: t(`kind-${kind}`) });
  const paragraphs = [title, ...body.split(/\n{2,}/)].map((part) => part.trim()).filter(Boolean);
  const text = [...paragraphs, `${t("mailOpen")}: ${address}`, "--", `${why} ${settings}`].join("\n\n");
  const html = [
    '<!doctype html><html lang="en"><body style="font-family:sans-serif;line-height:1.5">',
    ...paragraphs.map((part, at) => {
      const words = escaped(part).replaceAll("\n", "<br>");
      return at === 0 ? `<p><strong>${words}</strong></p>` : `<p>${words}</p>`;
    }),
    `<p><a href="${escaped(address)}">${t("mailOpen")}</a></p>`,
    `<hr><p><small>${escaped(why)} <a href="${escaped(settings)}">${escaped(settings)}</a></small></p>`,
    "</body></html>",
  ].join("\n");
  return { subject: oneLine(title), text, html };
}
