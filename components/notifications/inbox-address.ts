import type { InboxFilter } from "#lib/notifications/schema.ts";

/** The address of the inbox as it is filtered; what holds anyway is left out. */
export function inboxHref({ show, kind }: InboxFilter): string {
  const query = new URLSearchParams();
  if (show !== "all") query.set("show", show);
  if (kind) query.set("kind", kind);
  return query.size > 0 ? `/inbox?${query}` : "/inbox";
}
