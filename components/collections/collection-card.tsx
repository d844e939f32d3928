import { t } from "#components/collections/words.ts";
import { LinkCard } from "#components/ui/card.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import type { CollectionSummary } from "#lib/collections/schema.ts";

const named = 3;

/** The tools in words: the first few by name, the others counted. */
export function toolsInWords(names: readonly string[]): string {
  if (names.length === 0) return t("noToolsYet");
  const first = names.slice(0, named).join(", ");
  return names.length > named ? t("toolsAndMore", { names: first, count: names.length - named }) : first;
}

/** A collection as one link: whose it is, what it is for, what it holds. */
export function CollectionCard({ collection }: { collection: CollectionSummary }) {
  return (
    <LinkCard href={`/collections/${collection.slug}`} className="flex h-full flex-col gap-1">
      <span className="flex items-center gap-2 text-muted text-small">
        {collection.domain?.name ?? t("wholeCompany")}
        {collection.source === "sample" && <SampleChip />}
      </span>
      <span className="text-lead">{collection.title}</span>
      {collection.text && <span className="line-clamp-2">{collection.text}</span>}
      <span className="mt-auto pt-2 text-muted text-small">{toolsInWords(collection.tools)}</span>
    </LinkCard>
  );
}

/** Collections side by side where there is room. */
export function CollectionGrid({ collections }: { collections: readonly CollectionSummary[] }) {
  return (
    <ul className="grid gap-4 md:grid-cols-[repeat(auto-fill,minmax(18rem,1fr))]">
      {collections.map((collection) => (
        <li key={collection.id}>
          <CollectionCard collection={collection} />
        </li>
      ))}
    </ul>
  );
}
