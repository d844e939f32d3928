"use client";

import { Inbox } from "lucide-react";
import Link from "next/link";
import { unreadText, useUnread } from "#components/layout/unread.ts";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

/** What the way to the inbox is called: with the number of unread messages when there are any. */
export function inboxLabel(unread: number): string {
  return unread === 0 ? t("inbox") : t("inboxUnread", { number: unreadText(unread) });
}

/** On a phone: the way to the inbox, in the top bar of every page. */
export function InboxBell({ unread: initial }: { unread: number }) {
  const unread = useUnread(initial);
  return (
    <Link
      href="/inbox"
      aria-label={inboxLabel(unread)}
      className="relative grid size-11 place-items-center rounded-control"
    >
      <Inbox className="size-5" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-1 right-0.5 rounded-full bg-accent px-1 text-center text-on-accent text-small leading-4"
        >
          {unreadText(unread)}
        </span>
      )}
    </Link>
  );
}
