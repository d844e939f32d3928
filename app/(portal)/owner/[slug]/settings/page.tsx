import type { Metadata } from "next";
import { cache } from "react";
import { orRefused } from "#app/(portal)/owner/or-refused.tsx";
import { StepsPane } from "#app/(portal)/owner/steps-pane.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { Page } from "#components/layout/page.tsx";
import { t as desk } from "#components/publishing/desk-words.ts";
import { t } from "#components/publishing/draft/draft-words.ts";
import { NextStep } from "#components/publishing/draft/next-step.tsx";
import { SettingsEditor } from "#components/publishing/draft/settings-editor.tsx";
import { OwnerFrame } from "#components/publishing/owner-frame.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { draftOverview } from "#lib/publishing/server/draft-overview.ts";
import { toolStanding } from "#lib/publishing/server/tool-standing.ts";

const loadOverview = cache(async (slug: string) =>
  orRefused(slug, orNotFound(draftOverview(await requireViewer(), slug))),
);

type SettingsPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: SettingsPageProps): Promise<Metadata> {
  const { value } = await loadOverview((await params).slug);
  return { title: value ? t("settingsTitle", { tool: value.name }) : desk("notAllowedTitle") };
}

export default async function SettingsPage({ params }: SettingsPageProps) {
  const { slug } = await params;
  const { value: overview, refusal } = await loadOverview(slug);
  if (!overview) return refusal;
  const viewer = await requireViewer();
  const standing = await toolStanding(viewer, slug);
  return (
    <Page width="full">
      <OwnerFrame
        slug={slug}
        name={overview.name}
        kind={overview.kind}
        tab="settings"
        description={t("settingsIntro")}
      />
      <StepsPane slug={slug} current="settings" />
      <SettingsEditor overview={overview} standing={standing} />
      <NextStep slug={slug} kind={overview.kind} version={overview.publishedVersion} current="settings" />
    </Page>
  );
}
