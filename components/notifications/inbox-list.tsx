"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useRef } from "react";
import { LoadFailure } from "#components/layout/load-failure.tsx";
import { dayOf, groupByDay } from "#components/notifications/group-by-day.ts";
import { InboxEmpty } from "#components/notifications/inbox-empty.tsx";
import { InboxRow } from "#components/notifications/inbox-row.tsx";
import { inboxQuery } from "#components/notifications/queries.ts";
import { useReadMarks } from "#components/notifications/use-read-marks.ts";
import { t } from "#components/notifications/words.ts";
import { Button } from "#components/ui/button.tsx";
import { useIsInBrowser, useNow } from "#components/ui/now.tsx";
import { formatTime } from "#components/ui/time-words.ts";
import type { InboxFilter, InboxPage, Notification } from "#lib/notifications/schema.ts";

const dayMs = 86_400_000;

/** The day as one says it: today, yesterday, or the date. */
function dayName(day: string, now: number, timeZone: string | undefined): string {
  if (day === dayOf(now, timeZone)) return t("today");
  if (day === dayOf(now - dayMs, timeZone)) return t("yesterday");
  return formatTime(Date.parse(`${day}T12:00:00Z`), "date", "UTC");
}

/** Messages under their days, newest first, read again by itself. */
export function InboxList({ filter, first }: { filter: InboxFilter; first: InboxPage }) {
  const list = useInfiniteQuery(inboxQuery(filter, first));
  const { mark, markAll, isMarkingAll } = useReadMarks();
  const now = useNow();
  const timeZone = useIsInBrowser() ? undefined : "UTC";
  const root = useRef<HTMLDivElement>(null);
  const messages = list.data.pages.flatMap((page) => page.notifications);
  const newest = messages[0];
  if (!newest) return <InboxEmpty filter={filter} />;

  const move = (from: HTMLElement, step: 1 | -1) => {
    const links = [...(root.current?.querySelectorAll<HTMLElement>("[data-message]") ?? [])];
    links[links.indexOf(from) + step]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLAnchorElement>, notification: Notification) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.currentTarget, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "r") mark(notification, notification.readAt === null);
  };
  return (
    <div ref={root} className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-muted text-small max-md:hidden">{t("keys")}</p>
        <Button
          pending={isMarkingAll}
          pendingLabel={t("markingAll")}
          disabled={messages.every(({ readAt }) => readAt !== null) && !list.hasNextPage}
          onClick={() => markAll({ kind: filter.kind ?? null, until: newest.createdAt })}
        >
          {t("markAll")}
        </Button>
      </div>
      {groupByDay(messages, timeZone).map(({ day, items }) => (
        <section key={day} aria-label={dayName(day, now, timeZone)} className="flex flex-col gap-2">
          <h2 className="text-muted text-small">{dayName(day, now, timeZone)}</h2>
          <ul className="overflow-clip rounded-card border bg-surface">
            {items.map((notification) => (
              <InboxRow
                key={notification.id}
                notification={notification}
                onMark={mark}
                onKeyDown={onKeyDown}
              />
            ))}
          </ul>
        </section>
      ))}
      {list.isFetchNextPageError && (
        <LoadFailure title={t("failed")} error={list.error} onRetry={() => void list.fetchNextPage()} />
      )}
      {list.hasNextPage && (
        <Button
          className="self-center"
          pending={list.isFetchingNextPage}
          pendingLabel={t("loading")}
          onClick={() => list.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </div>
  );
}
