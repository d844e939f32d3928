import { CollectionGrid } from "#components/collections/collection-card.tsx";
import { t } from "#components/home/home-words.ts";
import { Section } from "#components/layout/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { listCollections } from "#lib/collections/server/read-collections.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const shown = 4;

/** Collections, those of the person's own domain first; nothing while there are none. */
export async function CollectionsPane({ viewer }: { viewer: Viewer }) {
  const all = await listCollections(viewer);
  if (all.length === 0) return null;
  const isOwn = (domainId: string | undefined) => domainId !== undefined && domainId === viewer.domainId;
  const ordered = all.toSorted((a, b) => Number(isOwn(b.domain?.id)) - Number(isOwn(a.domain?.id)));
  return (
    <Section
      title={t("collections")}
      actions={<TextLink href="/collections">{t("allCollections")}</TextLink>}
    >
      <CollectionGrid collections={ordered.slice(0, shown)} />
    </Section>
  );
}
