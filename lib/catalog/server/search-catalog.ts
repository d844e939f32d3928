import "server-only";
import { countFacets, passesFacets } from "#lib/catalog/facets.ts";
import { facetKeys } from "#lib/catalog/query-names.ts";
import type { CatalogHit, CatalogQuery, CatalogResult, ToolCard } from "#lib/catalog/schema.ts";
import { loadCards, type VisibleCatalog } from "#lib/catalog/server/load-cards.ts";
import { type RankedTool, rankTools } from "#lib/catalog/server/rank-tools.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { highlightRanges } from "#lib/ranking/highlight.ts";
import { parseQuery } from "#lib/ranking/query.ts";

const pageSize = 24;
const readyOrder = [
  "works-now",
  "opens-elsewhere",
  "needs-model",
  "no-access",
  "not-connected",
  "blocked",
  "retired",
];

/** Without a query: what works now first, then by use, then by name; what is going away last. */
function byReadiness(a: ToolCard, b: ToolCard): number {
  const rank = (card: ToolCard) =>
    (card.lifecycle === "published" ? 0 : 100) + readyOrder.indexOf(card.readiness.state);
  return rank(a) - rank(b) || b.usage.people - a.usage.people || a.name.localeCompare(b.name);
}

function sorted(cards: ToolCard[], sort: CatalogQuery["sort"], visible: VisibleCatalog): ToolCard[] {
  switch (sort) {
    case "name":
      return cards.toSorted((a, b) => a.name.localeCompare(b.name));
    case "most-used":
      return cards.toSorted((a, b) => b.usage.people - a.usage.people || b.usage.calls - a.usage.calls);
    case "newest": {
      const published = (card: ToolCard) =>
        visible.index.entries.get(card.id)?.currentVersion?.publishedAt.getTime() ?? 0;
      return cards.toSorted((a, b) => published(b) - published(a));
    }
    default:
      return cards;
  }
}

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
  const text = query.q?.trim() ?? "";
  const isTyping = query.typing === "1";
  const ranking = text ? rankTools(visible, text, { isTyping }) : null;
  const matches = ranking
    ? ranking.tools.flatMap((tool) => visible.cards.get(tool.id) ?? [])
    : [...visible.cards.values()].toSorted(byReadiness);
  const passing = sorted(
    matches.filter((card) => passesFacets(card, query, facetKeys)),
    query.sort,
    visible,
  );
  const page = query.page ?? 1;
  const byId = new Map(ranking?.tools.map((tool) => [tool.id, tool]));
  return {
    total: passing.length,
    page,
    pageSize,
    hits: passing
      .slice((page - 1) * pageSize, page * pageSize)
      .map((card) => toHit(card, ranking?.showingResultsFor ?? text, isTyping, byId.get(card.id))),
    facets: countFacets(matches, query, facetKeys),
    showingResultsFor: ranking?.showingResultsFor ?? null,
  };
}
