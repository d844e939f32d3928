import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { compareHref } from "#components/catalog/compare/compare-address.ts";
import { t as compareWords } from "#components/catalog/compare/words.ts";
import { ToolCardGrid, ToolCardItem } from "#components/catalog/tool-card.tsx";
import { DeleteCollection } from "#components/collections/delete-collection.tsx";
import { t } from "#components/collections/words.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { getCollection } from "#lib/collections/server/read-collections.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";

const loadCollection = cache(async (slug: string) => orNotFound(getCollection(await requireViewer(), slug)));

type CollectionPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: CollectionPageProps): Promise<Metadata> {
  return { title: (await loadCollection((await params).slug)).title };
}

export default async function CollectionPage({ params }: CollectionPageProps) {
  const collection = await loadCollection((await params).slug);
  const { slug, title, items, domain, canEdit } = collection;
  const canCompare = items.length > 1 && items.length <= 4;
  return (
    <Page>
      <PageHeader
        breadcrumb={[{ label: t("title"), href: "/collections" }, { label: title }]}
        title={title}
        description={collection.text}
        actions={
          (canEdit || canCompare) && (
            <>
              {canEdit && <DeleteCollection slug={slug} title={title} />}
              {canEdit && <LinkButton href={`/collections/${slug}/edit`}>{t("edit")}</LinkButton>}
              {canCompare && (
                <LinkButton href={compareHref(items.map(({ card }) => card.slug))}>
                  {compareWords("compare")}
                </LinkButton>
              )}
            </>
          )
        }
      />
      <p className="flex flex-wrap items-center gap-x-2 text-muted text-small">
        {domain ? <TextLink href={`/domains/${domain.slug}`}>{domain.name}</TextLink> : t("wholeCompany")}
        <span>
          {t("byWhom", { name: collection.madeBy })}, {t("changed")} <Time value={collection.changedAt} />
        </span>
        {collection.source === "sample" && <SampleChip />}
      </p>
      {items.length > 0 ? (
        <ToolCardGrid>
          {items.map(({ card, note }) => (
            <ToolCardItem key={card.id} card={card} note={note} />
          ))}
        </ToolCardGrid>
      ) : (
        <EmptyState
          action={canEdit && <LinkButton href={`/collections/${slug}/edit`}>{t("addTool")}</LinkButton>}
        >
          {canEdit ? t("noToolsYet") : t("noTools")}
        </EmptyState>
      )}
    </Page>
  );
}
