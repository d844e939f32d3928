import type { Metadata } from "next";
import { cache } from "react";
import { orRefused } from "#app/(portal)/owner/or-refused.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { OfferHistory } from "#components/ownership/offer-history.tsx";
import { t } from "#components/ownership/people-words.ts";
import type { TeamOption } from "#components/ownership/receiver-fields.tsx";
import { t as desk } from "#components/publishing/desk-words.ts";
import { HandingOver, OfferToMe, OrphanNotice } from "#components/publishing/handover/offer-state.tsx";
import { ConfirmationState, WhoAnswers } from "#components/publishing/handover/standing.tsx";
import { OwnerFrame } from "#components/publishing/owner-frame.tsx";
import type { Viewer } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { teamsAndDomains } from "#lib/identity/server/teams-and-domains.ts";
import { handoverView } from "#lib/publishing/server/handover-view.ts";

const loadView = cache(async (slug: string) =>
  orRefused(slug, orNotFound(handoverView(await requireViewer(), slug))),
);

type PeoplePageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: PeoplePageProps): Promise<Metadata> {
  const { value } = await loadView((await params).slug);
  return { title: value ? t("pageTitle", { tool: value.tool.name }) : desk("notAllowedTitle") };
}

async function teamOptions(viewer: Viewer): Promise<TeamOption[]> {
  const { teams, domains } = await teamsAndDomains(viewer);
  return teams.map(({ id, name, domainId }) => ({
    id,
    name,
    domain: domains.find((domain) => domain.id === domainId)?.name ?? "",
  }));
}

export default async function ToolPeoplePage({ params }: PeoplePageProps) {
  const { value: view, refusal } = await loadView((await params).slug);
  if (!view) return refusal;
  const { tool, offer, may } = view;
  const canHandOver = may.offer || may.assign;
  const teams = canHandOver ? await teamOptions(await requireViewer()) : [];
  return (
    <Page className="gap-8">
      {may.edit ? (
        <OwnerFrame
          slug={tool.slug}
          name={tool.name}
          kind={tool.kind}
          tab="people"
          description={t("intro")}
        />
      ) : (
        <PageHeader title={tool.name} description={t(may.answer ? "introReceiver" : "intro")} />
      )}
      <OrphanNotice view={view} teams={teams} />
      {may.answer && offer && <OfferToMe view={view} offer={offer} />}
      <WhoAnswers view={view} />
      <ConfirmationState view={view} />
      {(!may.answer || may.withdraw) && <HandingOver view={view} teams={teams} />}
      <OfferHistory history={view.history} />
    </Page>
  );
}
