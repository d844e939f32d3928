import type { Metadata } from "next";
import { cache } from "react";
import { orRefused } from "#app/(portal)/owner/or-refused.tsx";
import { StepsPane } from "#app/(portal)/owner/steps-pane.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { Page } from "#components/layout/page.tsx";
import { t as desk } from "#components/publishing/desk-words.ts";
import { NextStep } from "#components/publishing/draft/next-step.tsx";
import { t } from "#components/publishing/editor-words.ts";
import { OwnerFrame } from "#components/publishing/owner-frame.tsx";
import { WordsEditor } from "#components/publishing/words-editor.tsx";
import { listDocsImages } from "#lib/catalog/server/docs-images.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { getDraft } from "#lib/publishing/server/get-draft.ts";
import { toolChoices } from "#lib/publishing/server/tool-choices.ts";

const loadDraft = cache(async (slug: string) =>
  orRefused(slug, orNotFound(getDraft(await requireViewer(), slug))),
);

type EditPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const { value } = await loadDraft((await params).slug);
  return { title: value ? t("title", { tool: value.published.words.name }) : desk("notAllowedTitle") };
}

export default async function EditPage({ params }: EditPageProps) {
  const { slug } = await params;
  const { value: draft, refusal } = await loadDraft(slug);
  if (!draft) return refusal;
  const viewer = await requireViewer();
  const [tool, choices, images] = await Promise.all([
    getToolPage(viewer, slug),
    toolChoices(viewer, slug),
    listDocsImages(viewer, slug),
  ]);
  return (
    <Page width="full">
      <OwnerFrame
        slug={slug}
        name={tool.name}
        kind={tool.kind}
        tab="edit"
        description={
          draft.published.version === null ? t("introNew") : t("intro", { version: draft.published.version })
        }
      />
      <StepsPane slug={slug} current="edit" />
      <WordsEditor draft={draft} tool={tool} choices={choices} images={images} />
      <NextStep slug={slug} kind={tool.kind} version={draft.published.version} current="edit" />
    </Page>
  );
}
