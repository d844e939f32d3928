"use client";

import { Mail, MailOpen } from "lucide-react";
import Link from "next/link";
import type { KeyboardEvent } from "react";
import { t } from "#components/notifications/words.ts";
import { cn } from "#components/ui/cn.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Notification } from "#lib/notifications/schema.ts";

type InboxRowProps = {
  notification: Notification;
  onMark: (notification: Notification, isRead: boolean) => void;
  onKeyDown: (event: KeyboardEvent<HTMLAnchorElement>, notification: Notification) => void;
};

/** One message: the whole row leads to what it tells of, and opening it marks it as read. */
export function InboxRow({ notification, onMark, onKeyDown }: InboxRowProps) {
  const { kind, title, body, href, createdAt, readAt, source } = notification;
  const isUnread = readAt === null;
  const open = () => {
    if (isUnread) onMark(notification, true);
  };
  return (
    <li className="relative flex items-start gap-3 border-b px-4 py-3 transition-ui last:border-b-0 focus-within:bg-accent-soft hover:bg-accent-soft">
      <span
        aria-hidden="true"
        className={cn("mt-1.5 size-2 shrink-0 rounded-full", isUnread && "bg-accent")}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="wrap-anywhere">
          {isUnread && <span className="sr-only">{t("unread")}: </span>}
          <Link
            href={href}
            data-message=""
            onClick={open}
            onAuxClick={open}
            onKeyDown={(event) => onKeyDown(event, notification)}
            className={cn(
              "rounded-chip after:absolute after:inset-0",
              isUnread ? "font-semibold" : "text-muted",
            )}
          >
            {title}
          </Link>
        </p>
        {body && <p className="measure whitespace-pre-line wrap-anywhere text-muted">{body}</p>}
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-small">
          {t(`kind-${kind}`)} <Time value={createdAt} mode="clock" /> {source === "sample" && <SampleChip />}
        </p>
      </div>
      <span className="layer-row relative shrink-0">
        <IconButton
          label={t(isUnread ? "markRead" : "markUnread", { title })}
          side="left"
          onClick={() => onMark(notification, isUnread)}
        >
          {isUnread ? <MailOpen /> : <Mail />}
        </IconButton>
      </span>
    </li>
  );
}
