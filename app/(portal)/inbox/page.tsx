import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { inboxHref } from "#components/notifications/inbox-address.ts";
import { InboxFilters } from "#components/notifications/inbox-filters.tsx";
import { InboxList } from "#components/notifications/inbox-list.tsx";
import { InboxTabs } from "#components/notifications/inbox-tabs.tsx";
import { t } from "#components/notifications/words.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { notifications } from "#lib/messages/en/notifications.ts";
import { inboxFilterSchema, inboxQuerySchema } from "#lib/notifications/schema.ts";
import { listNotifications } from "#lib/notifications/server/list-notifications.ts";

export const metadata: Metadata = { title: notifications.title };

type InboxProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InboxPage({ searchParams }: InboxProps) {
  const viewer = await requireViewer();
  const { show, kind } = await searchParams;
  // An address of another time or a mistyped one shows what of it is known.
  const filter = {
    show: inboxFilterSchema.shape.show.catch("all").parse(show),
    kind: inboxFilterSchema.shape.kind.catch(undefined).parse(kind),
  };
  const first = await listNotifications(viewer, inboxQuerySchema.parse(filter));
  return (
    <Page width="thread">
      <PageHeader title={t("title")} />
      <InboxTabs current="messages" />
      <InboxFilters filter={filter} />
      <InboxList key={inboxHref(filter)} filter={filter} first={first} />
    </Page>
  );
}
