import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "#lib/http/api-client.ts";
import { type InboxFilter, type InboxPage, inboxPageSchema } from "#lib/notifications/schema.ts";

export const inboxKeys = { lists: ["notifications", "list"] as const };

/** The inbox page by page, read again every minute; the server sends the first page with the document. */
export function inboxQuery({ show, kind }: InboxFilter, first: InboxPage) {
  return infiniteQueryOptions({
    queryKey: [...inboxKeys.lists, show, kind ?? null, first.notifications[0]?.id ?? null],
    queryFn: ({ pageParam, signal }) =>
      api("/api/notifications", {
        query: { show, kind, cursor: pageParam },
        response: inboxPageSchema,
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page: InboxPage) => page.nextCursor ?? undefined,
    initialData: { pages: [first], pageParams: [""] },
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
  });
}
