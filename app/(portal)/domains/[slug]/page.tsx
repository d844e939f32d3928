import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { ConcernList } from "#components/catalog/concern-list.tsx";
import { DomainFigures } from "#components/catalog/domain-figures.tsx";
import { ToolCardGrid, ToolCardItem } from "#components/catalog/tool-card.tsx";
import { CollectionGrid } from "#components/collections/collection-card.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { domainFigures } from "#lib/catalog/server/domain-figures.ts";
import { domainOffer } from "#lib/catalog/server/domain-offer.ts";
import { listCollections, mayCurate } from "#lib/collections/server/read-collections.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { describeDomain } from "#lib/identity/server/describe-domains.ts";
import { domains as words } from "#lib/messages/en/domains.ts";
import { formatNumber } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

const mostCards = 24;
const mostConcerns = 10;
const mostTeams = 24;

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
  const [{ cards, concerns }, collections] = await Promise.all([
    domainOffer(viewer, domain.id),
    listCollections(viewer, domain.id),
  ]);
  const figures = await domainFigures(cards);
  // The largest of many, in the order of their names; the others are found in the catalog and the palette.
  const largest = new Set(domain.teams.toSorted((a, b) => b.people - a.people).slice(0, mostTeams));
  const teams = domain.teams.filter((team) => largest.has(team));
  const canCurate = mayCurate(viewer, domain.id);
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
            value: domain.lead ? (
              <>
                <TextLink href={`/people/${domain.lead.id}`}>{domain.lead.name}</TextLink>,{" "}
                {domain.lead.jobTitle}
              </>
            ) : (
              t("noLead")
            ),
          },
          {
            key: t("teams"),
            value: (
              <ul className="flex flex-wrap gap-x-4 gap-y-1">
                {teams.map((team) => (
                  <li key={team.id} className="min-w-0 wrap-anywhere">
                    <TextLink href={`/teams/${team.slug}`}>{team.name}</TextLink>{" "}
                    <span className="text-muted text-small">{t("people", { count: team.people })}</span>
                  </li>
                ))}
                {domain.teams.length > mostTeams && (
                  <li className="text-muted text-small">
                    {t("moreTeams", { count: domain.teams.length - mostTeams })}
                  </li>
                )}
              </ul>
            ),
          },
        ]}
      />
      <Section title={t("figures")}>
        <DomainFigures figures={figures} />
      </Section>
      <Section title={t("health")}>
        {concerns.length > 0 ? (
          <>
            <ConcernList concerns={concerns.slice(0, mostConcerns)} />
            {concerns.length > mostConcerns && (
              <p className="text-muted text-small">
                {t("moreConcerns", { count: concerns.length - mostConcerns })}
              </p>
            )}
          </>
        ) : (
          <p className="text-muted">{t("healthNone")}</p>
        )}
      </Section>
      <Section
        title={t("offers")}
        description={
          cards.length > mostCards
            ? t("mostUsed", { shown: mostCards, count: formatNumber(cards.length) })
            : t("tools", { count: cards.length })
        }
        actions={
          cards.length > mostCards && (
            <TextLink href={`/catalog?domain=${domain.slug}&sort=most-used`}>{t("seeAll")}</TextLink>
          )
        }
      >
        {cards.length > 0 ? (
          <ToolCardGrid>
            {cards.slice(0, mostCards).map((card) => (
              <ToolCardItem key={card.id} card={card} />
            ))}
          </ToolCardGrid>
        ) : (
          <EmptyState>{t("offersNothing")}</EmptyState>
        )}
      </Section>
      {(collections.length > 0 || canCurate) && (
        <Section
          title={t("collections")}
          actions={
            canCurate && (
              <TextLink href={`/collections/new?domain=${domain.slug}`}>{t("makeCollection")}</TextLink>
            )
          }
        >
          {collections.length > 0 ? (
            <CollectionGrid collections={collections} />
          ) : (
            <p className="text-muted">{t("noCollections")}</p>
          )}
        </Section>
      )}
    </Page>
  );
}
