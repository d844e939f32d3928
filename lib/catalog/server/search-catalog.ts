import "server-only";
import { topValues } from "#lib/catalog/facets.ts";
import { facetKeys } from "#lib/catalog/query-names.ts";
import type { CatalogHit, CatalogQuery, CatalogResult, ToolCard } from "#lib/catalog/schema.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { type RankedTool, rankTools } from "#lib/catalog/server/rank-tools.ts";
import { matchSlots, sortSlots } from "#lib/catalog/server/tool-matches.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { highlightRanges } from "#lib/ranking/highlight.ts";
import { parseQuery } from "#lib/ranking/query.ts";

const pageSize = 24;

function toHit(card: ToolCard, query: string, isTyping: boolean, ranked: RankedTool | undefined): CatalogHit {
  const { words, prefix } = parseQuery(query, { operators: true, prefixLast: isTyping });
  const ranges = highlightRanges(
    card.purpose,
    words.map((word) => word.word),
    prefix,
  );
  return {
    ...card,
    highlights: ranges.map(({ start, end }) => [start, end]),
    why: ranked?.why ?? null,
    docsMatch: ranked?.docsMatch ?? null,
  };
}

/**
 * Searches the tools that the viewer may discover; the default order puts tools that work now first. Reads only:
 * what people looked for is kept by `noteSearch`.
 */
export async function searchCatalog(viewer: Viewer, query: CatalogQuery): Promise<CatalogResult> {
  const visible = await loadCards(viewer);
  const { table } = visible.index;
  const text = query.q?.trim() ?? "";
  const isTyping = query.typing === "1";
  const ranking = text ? rankTools(visible, text, { isTyping }) : null;
  const { counts, passing } = table.facets.count(matchSlots(visible, ranking), query, visible.facetCodes());
  const found = sortSlots(visible, passing, query.sort, ranking !== null);
  const page = query.page ?? 1;
  return {
    total: found.length,
    page,
    pageSize,
    hits: found.slice((page - 1) * pageSize, page * pageSize).flatMap((slot) => {
      const id = table.at(slot)?.row.id ?? "";
      const card = visible.cards.get(id);
      return card ? [toHit(card, ranking?.showingResultsFor ?? text, isTyping, ranking?.describe(id))] : [];
    }),
    facets: facetKeys.map((key) => {
      const values = table.facets.values(key, counts);
      const chosen = query[key] ?? [];
      return {
        key,
        values: topValues(key, values, chosen, (value) => table.facets.label(key, value)),
        valueCount: values.length,
      };
    }),
    showingResultsFor: ranking?.showingResultsFor ?? null,
  };
}
