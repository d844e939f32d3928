"use client";

import { queryOptions, useQuery } from "@tanstack/react-query";

export const unreadKey = ["notifications", "unread"] as const;

/** Beyond this the server stops counting. */
const mostCounted = 100;

const countOf = (body: unknown): number => {
  const unread: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "unread") : undefined;
  if (typeof unread !== "number") throw new Error("The number of unread messages cannot be read.");
  return unread;
};

function unreadQuery(initial: number) {
  return queryOptions({
    queryKey: unreadKey,
    queryFn: async ({ signal }) => {
      const answer = await fetch("/api/notifications/unread", { signal });
      if (!answer.ok) throw new Error(`The number of unread messages was answered with ${answer.status}`);
      return countOf(await answer.json());
    },
    initialData: initial,
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
    retry: false,
  });
}

/** How many messages are unread, as the page came with it and then every minute. */
export function useUnread(initial: number): number {
  return useQuery(unreadQuery(initial)).data;
}

/** The number as it stands in a mark: 100 and more are "99+". */
export function unreadText(count: number): string {
  return count >= mostCounted ? `${mostCounted - 1}+` : String(count);
}
