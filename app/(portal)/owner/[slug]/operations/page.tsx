import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { orRefused } from "#app/(portal)/owner/or-refused.tsx";
import { StepsPane } from "#app/(portal)/owner/steps-pane.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { Page } from "#components/layout/page.tsx";
import { t as desk } from "#components/publishing/desk-words.ts";
import { t } from "#components/publishing/draft/draft-words.ts";
import { NextStep } from "#components/publishing/draft/next-step.tsx";
import { OperationWorkbench } from "#components/publishing/kinds/operation-workbench.tsx";
import { OwnerFrame } from "#components/publishing/owner-frame.tsx";
import { SourceWorkbench } from "#components/publishing/source/source-workbench.tsx";
import type { ToolKind } from "#lib/catalog/schema.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { aliasChoices } from "#lib/models/server/alias-choices.ts";
import type { DraftOverview } from "#lib/publishing/draft-content.ts";
import { draftOperation, draftOverview } from "#lib/publishing/server/draft-overview.ts";
import { partChoices } from "#lib/publishing/server/part-choices.ts";
import { sourceChoices } from "#lib/publishing/server/source-choices.ts";

const loadOverview = cache(async (slug: string) =>
  orRefused(slug, orNotFound(draftOverview(await requireViewer(), slug))),
);

type OperationsPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: OperationsPageProps): Promise<Metadata> {
  const { value } = await loadOverview((await params).slug);
  return { title: value ? t("operationsTitle", { tool: value.name }) : desk("notAllowedTitle") };
}

/** Kinds whose operations are taken over from somebody else's server. */
const hasSources = (kind: ToolKind) => kind === "http" || kind === "mcp";

/** Only what the editor of this kind offers is read. */
async function choicesFor(viewer: Viewer, { slug, kind }: DraftOverview) {
  const [aliases, { sources, mayUpload }, parts] = await Promise.all([
    kind === "prompt" || kind === "agent" ? aliasChoices(viewer) : [],
    kind === "knowledge" ? sourceChoices(viewer, slug) : { sources: [], mayUpload: false },
    kind === "agent" ? partChoices(viewer, slug) : [],
  ]);
  return { aliases, sources, mayUpload, parts };
}

export default async function OperationsPage({ params }: OperationsPageProps) {
  const { slug } = await params;
  const { value: overview, refusal } = await loadOverview(slug);
  if (!overview) return refusal;
  if (overview.kind === "link") redirect(`/owner/${slug}/settings`);
  const viewer = await requireViewer();
  const [first] = overview.operations;
  const [choices, operation] = await Promise.all([
    choicesFor(viewer, overview),
    first && !hasSources(overview.kind) ? draftOperation(viewer, slug, first.name) : null,
  ]);
  return (
    <Page width="full">
      <OwnerFrame
        slug={slug}
        name={overview.name}
        kind={overview.kind}
        tab="operations"
        description={t(`operationsIntro-${overview.kind}`)}
      />
      <StepsPane slug={slug} current="operations" />
      {hasSources(overview.kind) ? (
        <SourceWorkbench overview={overview} />
      ) : (
        <OperationWorkbench overview={overview} operation={operation} choices={choices} />
      )}
      <NextStep slug={slug} kind={overview.kind} version={overview.publishedVersion} current="operations" />
    </Page>
  );
}
