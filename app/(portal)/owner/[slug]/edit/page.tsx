import type { Metadata } from "next";
import { cache } from "react";
import { orRefused } from "#app/(portal)/owner/or-refused.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { t as desk } from "#components/publishing/desk-words.ts";
import { t } from "#components/publishing/editor-words.ts";
import { WordsEditor } from "#components/publishing/words-editor.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
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
      <PageHeader
        breadcrumb={[
          { label: desk("title"), href: "/my" },
          { label: tool.name, href: `/owner/${slug}` },
          { label: t("crumb") },
        ]}
        title={t("title", { tool: tool.name })}
        description={t("intro", { version: draft.published.version })}
        actions={<LinkButton href={`/catalog/${slug}`}>{desk("publicPage")}</LinkButton>}
      />
      <WordsEditor draft={draft} tool={tool} choices={choices} images={images} />
    </Page>
  );
}
