import type { Metadata } from "next";
import { ToolCardGrid, ToolCardItem } from "#components/catalog/tool-card.tsx";
import { CollectionGrid } from "#components/collections/collection-card.tsx";
import { t } from "#components/collections/words.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { curatedHomes } from "#lib/collections/server/curated-homes.ts";
import { listFavourites } from "#lib/collections/server/list-favourites.ts";
import { listCollections } from "#lib/collections/server/read-collections.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { collections as words } from "#lib/messages/en/collections.ts";

export const metadata: Metadata = { title: words.title };

export default async function CollectionsPage() {
  const viewer = await requireViewer();
  const [favourites, collections, homes] = await Promise.all([
    listFavourites(viewer),
    listCollections(viewer),
    curatedHomes(viewer),
  ]);
  const make = homes.length > 0 && <LinkButton href="/collections/new">{t("make")}</LinkButton>;
  return (
    <Page className="gap-8">
      <PageHeader title={t("title")} description={t("intro")} actions={make} />
      <Section title={t("made")}>
        {collections.length > 0 ? (
          <CollectionGrid collections={collections} />
        ) : (
          <EmptyState>{t("none")}</EmptyState>
        )}
      </Section>
      <Section title={t("favourites")}>
        {favourites.length > 0 ? (
          <ToolCardGrid>
            {favourites.map((card) => (
              <ToolCardItem key={card.id} card={card} />
            ))}
          </ToolCardGrid>
        ) : (
          <EmptyState action={<LinkButton href="/catalog">{t("findTools")}</LinkButton>}>
            {t("noFavourites")}
          </EmptyState>
        )}
      </Section>
    </Page>
  );
}
