import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { ConcernList } from "#components/catalog/concern-list.tsx";
import { ToolCardGrid, ToolCardItem } from "#components/catalog/tool-card.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { domainOffer } from "#lib/catalog/server/domain-offer.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { describeDomain } from "#lib/identity/server/describe-domains.ts";
import { domains as words } from "#lib/messages/en/domains.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

const loadDomain = cache(async (slug: string) => {
  const viewer = await requireViewer();
  return { viewer, domain: await orNotFound(describeDomain(viewer, slug)) };
});

type DomainPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: DomainPageProps): Promise<Metadata> {
  return { title: (await loadDomain((await params).slug)).domain.name };
}

export default async function DomainPage({ params }: DomainPageProps) {
  const { viewer, domain } = await loadDomain((await params).slug);
  const { cards, concerns } = await domainOffer(viewer, domain.id);
  return (
    <Page>
      <PageHeader
        breadcrumb={[{ label: t("domains"), href: "/domains" }, { label: domain.name }]}
        title={domain.name}
        description={domain.description}
        actions={<LinkButton href={`/catalog?domain=${domain.slug}`}>{t("seeCatalog")}</LinkButton>}
      />
      <KeyValueList
        items={[
          {
            key: t("leadTitle"),
            value: domain.lead ? `${domain.lead.name}, ${domain.lead.jobTitle}` : t("noLead"),
          },
          {
            key: t("teams"),
            value: domain.teams
              .map((team) => `${team.name} (${t("people", { count: team.people })})`)
              .join(", "),
          },
        ]}
      />
      <Section title={t("health")}>
        {concerns.length > 0 ? (
          <ConcernList concerns={concerns} />
        ) : (
          <p className="text-muted">{t("healthNone")}</p>
        )}
      </Section>
      <Section title={t("offers")} description={t("tools", { count: cards.length })}>
        {cards.length > 0 ? (
          <ToolCardGrid>
            {cards.map((card) => (
              <ToolCardItem key={card.id} card={card} />
            ))}
          </ToolCardGrid>
        ) : (
          <EmptyState>{t("offersNothing")}</EmptyState>
        )}
      </Section>
    </Page>
  );
}
