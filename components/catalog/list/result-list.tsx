import { ToolTable } from "#components/catalog/list/tool-table.tsx";
import { ToolCardGrid, ToolCardItem } from "#components/catalog/tool-card.tsx";
import type { CatalogHit } from "#lib/catalog/schema.ts";

type ResultListProps = {
  hits: readonly CatalogHit[];
  view: "cards" | "compact";
  onOpen: (id: string) => void;
};

/** The found tools, as cards or compact. */
export function ResultList({ hits, view, onOpen }: ResultListProps) {
  if (view === "compact") return <ToolTable hits={hits} onOpen={onOpen} />;
  return (
    <ToolCardGrid>
      {hits.map((hit) => (
        <ToolCardItem key={hit.id} card={hit} onOpen={() => onOpen(hit.id)} />
      ))}
    </ToolCardGrid>
  );
}
