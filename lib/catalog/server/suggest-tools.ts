import "server-only";
import type { ToolSuggestion } from "#lib/catalog/schema.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { rankTools } from "#lib/catalog/server/rank-tools.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** The best few tools for words that are still being typed, by the catalog's own ranking. */
export async function suggestTools(
  viewer: Viewer,
  input: { readonly words: string; readonly limit: number },
): Promise<ToolSuggestion[]> {
  const words = input.words.trim();
  if (words === "") return [];
  const visible = await loadCards(viewer);
  return rankTools(visible, words, { isTyping: true })
    .slots.slice(0, input.limit)
    .flatMap((slot) => {
      const card = visible.cards.get(visible.index.table.at(slot)?.row.id ?? "");
      if (!card) return [];
      const { id, slug, name, kind, purpose, readiness, domain } = card;
      return [{ id, slug, name, kind, purpose, readiness, domain: domain.name }];
    });
}
