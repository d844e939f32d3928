import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { ToolCardGrid, ToolCardItem } from "#components/catalog/tool-card.tsx";
import { TeamPeople } from "#components/identity/team-people.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { cardsOfTeam } from "#lib/catalog/server/cards-of.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { describeTeam } from "#lib/identity/server/describe-team.ts";
import { domains as domainWords } from "#lib/messages/en/domains.ts";
import { peoplePages } from "#lib/messages/en/people-pages.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(peoplePages);

const mostCards = 24;

const loadTeam = cache(async (slug: string) => {
  const viewer = await requireViewer();
  return { viewer, team: await orNotFound(describeTeam(viewer, slug)) };
});

type TeamPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: TeamPageProps): Promise<Metadata> {
  return { title: (await loadTeam((await params).slug)).team.name };
}

export default async function TeamPage({ params }: TeamPageProps) {
  const { viewer, team } = await loadTeam((await params).slug);
  const cards = await cardsOfTeam(viewer, team.id);
  const { domain, domainLead } = team;
  return (
    <Page>
      <PageHeader
        breadcrumb={[
          { label: t("domains"), href: "/domains" },
          { label: domain.name, href: `/domains/${domain.slug}` },
          { label: team.name },
        ]}
        title={team.name}
        actions={
          cards.length > 0 && (
            <LinkButton href={`/catalog?team=${team.slug}`}>{domainWords.seeCatalog}</LinkButton>
          )
        }
      />
      <KeyValueList
        items={[
          {
            key: t("domain"),
            value: <TextLink href={`/domains/${domain.slug}`}>{domain.name}</TextLink>,
          },
          {
            key: t("domainLead"),
            value: domainLead ? (
              <>
                <TextLink href={`/people/${domainLead.id}`}>{domainLead.name}</TextLink>,{" "}
                {domainLead.jobTitle}
              </>
            ) : (
              t("noLead")
            ),
          },
        ]}
      />
      <Section
        title={t("owns")}
        {...(cards.length > 0 ? { description: t("tools", { count: cards.length }) } : {})}
        actions={
          cards.length > mostCards && (
            <TextLink href={`/catalog?team=${team.slug}`}>{domainWords.seeAll}</TextLink>
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
          <EmptyState>{t("ownsNothing")}</EmptyState>
        )}
      </Section>
      <Section title={t("people")} description={t("peopleCount", { count: team.people.length })}>
        <TeamPeople people={team.people} />
      </Section>
    </Page>
  );
}
