"use client";

import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { unreadKey } from "#components/layout/unread.ts";
import { inboxKeys } from "#components/notifications/queries.ts";
import { patchNotification, postReadMarks, postUndo } from "#components/notifications/requests.ts";
import { t } from "#components/notifications/words.ts";
import { tellFailure } from "#components/providers/use-act.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { InboxPage, Marked, Notification, ReadAll } from "#lib/notifications/schema.ts";

type Pages = InfiniteData<InboxPage, string>;
/** One change after the other, so that of two quick clicks the last one holds. */
const scope = { id: "read-marks" };

/** Marks messages as read or unread: at once on the screen, then on the server. */
export function useReadMarks() {
  const client = useQueryClient();
  const change = (next: (one: Notification) => Notification) =>
    client.setQueriesData<Pages>({ queryKey: inboxKeys.lists }, (data) =>
      data
        ? {
            ...data,
            pages: data.pages.map((page) => ({ ...page, notifications: page.notifications.map(next) })),
          }
        : data,
    );
  const countAgain = () => client.invalidateQueries({ queryKey: unreadKey });
  const startAgain = () => client.invalidateQueries({ queryKey: inboxKeys.lists });

  const one = useMutation({
    scope,
    mutationFn: ({ id, isRead }: { id: string; isRead: boolean }) => patchNotification(id, isRead),
    onError: (error) => {
      tellFailure(error);
      void startAgain();
    },
    onSettled: countAgain,
  });
  const mark = (notification: Notification, isRead: boolean) => {
    const readAt = isRead ? new Date().toISOString() : null;
    change((other) => (other.id === notification.id ? { ...other, readAt } : other));
    one.mutate({ id: notification.id, isRead });
  };

  const undo = useMutation({
    scope,
    mutationFn: (marked: Marked) => postUndo(marked.readAt),
    onSuccess: ({ count }, { readAt }) => {
      change((other) => (other.readAt === readAt ? { ...other, readAt: null } : other));
      showToast({ title: t("undone", { count }) });
      void startAgain();
    },
    onError: tellFailure,
    onSettled: countAgain,
  });
  const all = useMutation({
    scope,
    mutationFn: (which: ReadAll) => postReadMarks(which),
    onSuccess: (marked, { kind, until }) => {
      if (marked.count === 0) {
        showToast({ title: t("markedNone") });
        return;
      }
      const isMeant = (other: Notification) =>
        other.readAt === null && other.createdAt <= until && (kind === null || other.kind === kind);
      change((other) => (isMeant(other) ? { ...other, readAt: marked.readAt } : other));
      showToast({
        tone: "positive",
        title: t("markedAll", { count: marked.count }),
        action: { label: t("undo"), onSelect: () => undo.mutate(marked) },
      });
    },
    onError: tellFailure,
    onSettled: countAgain,
  });
  return { mark, markAll: all.mutate, isMarkingAll: all.isPending };
}
