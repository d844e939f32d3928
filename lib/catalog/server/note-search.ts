import "server-only";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { rankTools } from "#lib/catalog/server/rank-tools.ts";
import { recordSearch } from "#lib/catalog/server/record-search.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/**
 * Keeps a finished search with the number of tools that this viewer found by it. A search is finished when the
 * person rests, presses Enter or opens a result, not at each key.
 */
export async function noteSearch(viewer: Viewer, query: string): Promise<{ results: number }> {
  const results = rankTools(await loadCards(viewer), query, { isTyping: false }).slots.length;
  await recordSearch(viewer, query, results);
  return { results };
}
