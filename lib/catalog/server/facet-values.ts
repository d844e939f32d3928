import "server-only";
import { type FacetValue, inOrder, matchingValues, mostFacetValues } from "#lib/catalog/facets.ts";
import type { FacetKey } from "#lib/catalog/query-names.ts";
import type { FacetQuery } from "#lib/catalog/schema.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { rankTools } from "#lib/catalog/server/rank-tools.ts";
import { matchSlots } from "#lib/catalog/server/tool-matches.ts";
import type { Viewer } from "#lib/identity/schema.ts";

export type FoundFacetValues = { readonly values: FacetValue[]; readonly matching: number };

/** Values of one facet whose name begins with what is typed, counted over the tools that the same search matches. */
export async function facetValues(
  viewer: Viewer,
  key: FacetKey,
  { q: typed = "", words, ...chosen }: FacetQuery,
): Promise<FoundFacetValues> {
  const visible = await loadCards(viewer);
  const { facets } = visible.index.table;
  const text = words?.trim() ?? "";
  const ranking = text ? rankTools(visible, text, { isTyping: false }) : null;
  const { counts } = facets.count(matchSlots(visible, ranking), chosen, visible.facetCodes());
  const found = matchingValues(inOrder(key, facets.values(key, counts)), typed);
  const isChosen = (value: string) => chosen[key]?.includes(value) === true;
  return {
    values: found.slice(0, mostFacetValues).map((value) => ({ ...value, isChosen: isChosen(value.value) })),
    matching: found.length,
  };
}
