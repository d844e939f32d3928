import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { auditQuery, readAuditSearch } from "#components/audit/audit-address.ts";
import { AuditExplorer } from "#components/audit/audit-explorer.tsx";
import { firstPageSize } from "#components/audit/queries.ts";
import { AdminNav } from "#components/layout/admin-nav.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { eventHistogram } from "#lib/audit/server/event-histogram.ts";
import { nameFilter } from "#lib/audit/server/name-filter.ts";
import { searchEvents } from "#lib/audit/server/search-events.ts";
import { now } from "#lib/clock.ts";
import { hasPermission } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { teamsAndDomains } from "#lib/identity/server/teams-and-domains.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";
import { ruleTitles } from "#lib/policy/server/list-rules.ts";

const t = translator(audit);

export const metadata: Metadata = { title: t("title") };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function AuditPage({ searchParams }: { searchParams: Search }) {
  const viewer = await requireViewer();
  if (!hasPermission(viewer, "audit:read")) notFound();
  const search = readAuditSearch(await searchParams);
  const { window, filter } = auditQuery(search, now());
  const [page, histogram, names, { domains, teams }, rules] = await Promise.all([
    searchEvents(viewer, filter, { limit: firstPageSize }),
    eventHistogram(viewer, window),
    nameFilter(viewer, filter),
    teamsAndDomains(viewer),
    ruleTitles(viewer),
  ]);
  return (
    <Page width="full">
      <PageHeader title={t("title")} description={t("intro")} />
      <AdminNav roles={viewer.roles} />
      <AuditExplorer
        search={search}
        filter={filter}
        page={page}
        histogram={histogram}
        names={names}
        domains={domains.map(({ id, name }) => ({ id, name }))}
        teams={teams.map(({ id, name }) => ({ id, name }))}
        rules={rules}
        canOpenPeople={hasPermission(viewer, "person:administer")}
      />
    </Page>
  );
}
