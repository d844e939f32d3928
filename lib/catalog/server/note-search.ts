import "server-only";
import type { SearchNote } from "#lib/catalog/schema.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { rankTools } from "#lib/catalog/server/rank-tools.ts";
import { recordSearch } from "#lib/catalog/server/record-search.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/**
 * Keeps a finished search with the number of tools that this viewer found by it, and the tool that was opened. A search
 * is finished when the person rests, presses Enter or opens a result, not at each key.
 */
export async function noteSearch(viewer: Viewer, { q, opened }: SearchNote): Promise<{ results: number }> {
  const visible = await loadCards(viewer);
  if (opened && !visible.has(opened)) throw notFound("The tool");
  const results = rankTools(visible, q, { isTyping: false }).slots.length;
  await recordSearch(viewer, { query: q, results, openedId: opened ?? null });
  return { results };
}
