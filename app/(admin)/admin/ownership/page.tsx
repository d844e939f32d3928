import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminNav } from "#components/layout/admin-nav.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { t } from "#components/ownership/health-words.ts";
import { healthAddress } from "#components/publishing/handover/health-address.ts";
import { HealthFilters } from "#components/publishing/handover/health-filters.tsx";
import { HealthTable } from "#components/publishing/handover/health-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { teamsAndDomains } from "#lib/identity/server/teams-and-domains.ts";
import { type HealthQuery, healthQuerySchema } from "#lib/publishing/handover/health.ts";
import { mayReadHealth, ownershipHealth } from "#lib/publishing/server/ownership-health.ts";

export const metadata: Metadata = { title: t("title") };

type Search = Promise<Record<string, string | string[] | undefined>>;

function Nothing({ query }: { query: HealthQuery }) {
  const isNarrowed = healthAddress(query) !== "/admin/ownership";
  return (
    <EmptyState
      action={
        isNarrowed ? (
          <LinkButton href="/admin/ownership">{t("clear")}</LinkButton>
        ) : (
          <LinkButton href="/catalog">{t("toCatalog")}</LinkButton>
        )
      }
    >
      {t(isNarrowed ? "noneFiltered" : "none")}
    </EmptyState>
  );
}

export default async function OwnershipPage({ searchParams }: { searchParams: Search }) {
  const viewer = await requireViewer();
  if (!mayReadHealth(viewer)) notFound();
  const query = healthQuerySchema.parse(await searchParams);
  const [health, { teams, domains }] = await Promise.all([
    ownershipHealth(viewer, query),
    teamsAndDomains(viewer),
  ]);
  const domainName = (id: string) => domains.find((domain) => domain.id === id)?.name ?? "";
  const pageHref = (page: number) => healthAddress({ ...query, page });
  return (
    <Page width="full">
      <PageHeader
        title={t("title")}
        description={viewer.roles.includes("admin") ? t("intro") : `${t("intro")} ${t("introLead")}`}
      />
      <AdminNav roles={viewer.roles} />
      <HealthFilters key={healthAddress(query)} query={query} health={health} />
      {health.rows.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <>
          <p aria-live="polite" className="text-muted">
            {t("found", { count: health.total })}
          </p>
          <HealthTable
            key={healthAddress(query)}
            rows={health.rows}
            teams={teams.map(({ id, name, domainId }) => ({ id, name, domain: domainName(domainId) }))}
          />
          <Pagination
            previousHref={health.page > 1 ? pageHref(health.page - 1) : null}
            nextHref={health.page < health.pages ? pageHref(health.page + 1) : null}
            {...(health.pages > 1
              ? { position: t("position", { page: health.page, pages: health.pages }) }
              : {})}
          />
        </>
      )}
    </Page>
  );
}
