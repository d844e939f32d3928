import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { CollectionForm } from "#components/collections/collection-form.tsx";
import { t } from "#components/collections/words.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { getCollection } from "#lib/collections/server/read-collections.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";

const loadCollection = cache(async (slug: string) => orNotFound(getCollection(await requireViewer(), slug)));

type EditPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  return { title: t("editTitle", { title: (await loadCollection((await params).slug)).title }) };
}

export default async function EditCollectionPage({ params }: EditPageProps) {
  const { slug, title, text, domain, items, changedAt, canEdit } = await loadCollection((await params).slug);
  const breadcrumb = [
    { label: t("title"), href: "/collections" },
    { label: title, href: `/collections/${slug}` },
    { label: t("edit") },
  ];
  if (!canEdit) {
    return (
      <Page>
        <PageHeader breadcrumb={breadcrumb} title={t("notAllowed")} />
        <EmptyState action={<LinkButton href={`/collections/${slug}`}>{title}</LinkButton>}>
          {t("notAllowedMakeWhy")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader breadcrumb={breadcrumb} title={t("editTitle", { title })} />
      <CollectionForm
        edited={{ slug, changedAt }}
        first={{
          title,
          text,
          domain: domain?.slug ?? null,
          items: items.map(({ card, note }) => ({ slug: card.slug, name: card.name, note })),
        }}
        homes={[]}
      />
    </Page>
  );
}
