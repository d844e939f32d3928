import type { Metadata } from "next";
import { cache } from "react";
import { orRefused } from "#app/(portal)/owner/or-refused.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { Page } from "#components/layout/page.tsx";
import { Section } from "#components/layout/section.tsx";
import { EntryConfirmation } from "#components/ownership/entry-confirmation.tsx";
import { QuestionAnswers } from "#components/ownership/question-answers.tsx";
import { t } from "#components/publishing/desk-words.ts";
import { FailureList } from "#components/publishing/failure-list.tsx";
import { IncidentNotes } from "#components/publishing/incident-notes.tsx";
import { InsightFigures } from "#components/publishing/insight-figures.tsx";
import { NeedList } from "#components/publishing/need-list.tsx";
import { needsOf } from "#components/publishing/needs-of.tsx";
import { OwnerFrame } from "#components/publishing/owner-frame.tsx";
import { SlowestOperations } from "#components/publishing/slowest-operations.tsx";
import { UseByWeek } from "#components/publishing/use-by-week.tsx";
import { DailyChart } from "#components/telemetry/daily-chart.tsx";
import { t as levelText } from "#components/telemetry/service-words.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { confirmationDays } from "#lib/ownership/confirmation.ts";
import { askingFacts } from "#lib/ownership/server/asking-facts.ts";
import { draftHref } from "#lib/publishing/my-tools.ts";
import { getInsights, listedFailures } from "#lib/publishing/server/get-insights.ts";

const loadInsights = cache(async (slug: string) =>
  orRefused(slug, orNotFound(getInsights(await requireViewer(), slug))),
);

type InsightsPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: InsightsPageProps): Promise<Metadata> {
  const { value } = await loadInsights((await params).slug);
  return { title: value ? `${t("insights")}: ${value.tool.name}` : t("notAllowedTitle") };
}

export default async function InsightsPage({ params }: InsightsPageProps) {
  const { value, refusal } = await loadInsights((await params).slug);
  if (!value) return refusal;
  const { tool, facts, daily, weekly, slowest, followers, failures, hasDraft, mayConfirm } = value;
  const needs = facts ? needsOf(facts) : [];
  return (
    <Page className="gap-8">
      <OwnerFrame
        slug={tool.slug}
        name={tool.name}
        kind={tool.kind}
        tab="insights"
        description={t("days")}
        actions={
          <LinkButton href={draftHref(tool)} variant="primary">
            {t(hasDraft ? "editDraft" : "edit")}
          </LinkButton>
        }
      />
      {needs.length > 0 && (
        <Section title={t("needsYou")}>
          <NeedList needs={needs} />
        </Section>
      )}
      <InsightFigures tool={tool} followers={followers} />
      <Section
        title={t("callsPerDay")}
        actions={<TextLink href={`/catalog/${tool.slug}#service-level`}>{levelText("link")}</TextLink>}
      >
        <DailyChart daily={daily} label={t("callsPerDay")} />
        {tool.usage.hasSample && (
          <p className="flex items-center gap-2 text-muted text-small">
            <SampleChip />
            {t("sampleNote")}
          </p>
        )}
      </Section>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <Section title={t("peoplePerWeek")}>
          <UseByWeek weekly={weekly} />
        </Section>
        <Section title={t("slowest")} description={t("slowestIntro")}>
          <SlowestOperations operations={slowest} />
        </Section>
      </div>
      <div id="questions" className="scroll-mt-20">
        <QuestionAnswers
          slug={tool.slug}
          questions={tool.questions}
          clocks={askingFacts(tool.questions).clocks}
        />
      </div>
      <div id="failures" className="scroll-mt-20">
        <FailureList slug={tool.slug} failures={failures} limit={listedFailures} />
      </div>
      <IncidentNotes incidents={tool.incidents} />
      <div id="ownership" className="scroll-mt-20">
        <EntryConfirmation
          slug={tool.slug}
          name={tool.name}
          people={{
            team: tool.team?.name ?? null,
            owner: tool.owner?.name ?? null,
            deputy: tool.deputy?.name ?? null,
          }}
          lastConfirmedAt={tool.lastConfirmedAt}
          confirmedAt={tool.ownerConfirmedAt}
          validDays={confirmationDays}
          mayConfirm={mayConfirm}
        />
      </div>
    </Page>
  );
}
