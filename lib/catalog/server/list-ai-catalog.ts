import "server-only";
import { type AiCatalog, aiCatalog } from "#lib/catalog/interop/ai-catalog.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** All tools that the viewer may find, as one AI Catalog, by slug. */
export async function listAiCatalog(viewer: Viewer, origin: string): Promise<AiCatalog> {
  const { cards, index } = await loadCards(viewer);
  const tools = [...cards.values()].map((card) => ({
    ...card,
    publishedAt: index.entries.get(card.id)?.currentVersion?.publishedAt.toISOString() ?? null,
  }));
  return aiCatalog(
    tools.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
    origin,
  );
}
