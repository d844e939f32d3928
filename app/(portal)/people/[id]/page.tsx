import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { ToolLinks } from "#components/collections/tool-links.tsx";
import { ColleagueFacts } from "#components/identity/colleague-facts.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { cardsOfPerson } from "#lib/catalog/server/cards-of.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { describeColleague } from "#lib/identity/server/describe-colleague.ts";
import { peoplePages } from "#lib/messages/en/people-pages.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(peoplePages);

const loadColleague = cache(async (id: string) => {
  const viewer = await requireViewer();
  return { viewer, person: await orNotFound(describeColleague(viewer, id)) };
});

type PersonPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  return { title: (await loadColleague((await params).id)).person.name };
}

export default async function PersonPage({ params }: PersonPageProps) {
  const { viewer, person } = await loadColleague((await params).id);
  const answered = await cardsOfPerson(viewer, person.id);
  const { team } = person;
  return (
    <Page width="thread">
      <PageHeader
        breadcrumb={[
          { label: t("domains"), href: "/domains" },
          ...(team
            ? [
                { label: team.domain.name, href: `/domains/${team.domain.slug}` },
                { label: team.name, href: `/teams/${team.slug}` },
              ]
            : []),
          { label: person.name },
        ]}
        title={person.name}
        description={person.jobTitle}
      />
      {!person.isActive && (
        <Notice tone="caution" title={t("left")}>
          {t("leftWhat")}
        </Notice>
      )}
      <ColleagueFacts person={person} />
      <Section title={t("answersFor")}>
        {answered.length > 0 ? (
          <ToolLinks
            tools={answered.map(({ card, as }) => ({
              card,
              note: t(as === "owner" ? "asOwner" : "asDeputy"),
            }))}
          />
        ) : (
          <p className="text-muted">{t("answersForNothing")}</p>
        )}
      </Section>
    </Page>
  );
}
