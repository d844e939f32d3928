import "server-only";
import type { OwnedToolSummary } from "#lib/catalog/home.ts";
import { healthRows } from "#lib/catalog/server/health-repository.ts";
import { listConcerns } from "#lib/catalog/server/list-concerns.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { dailyUse } from "#lib/telemetry/server/tool-usage.ts";

/** The tools that the viewer answers for as owner or deputy, those that need something first. */
export async function ownedTools(viewer: Viewer): Promise<OwnedToolSummary[]> {
  const catalog = await loadCards(viewer);
  const ids = [...catalog.cards.keys()].filter((id) => {
    const ownership = catalog.index.entries.get(id)?.ownership;
    return ownership?.owner?.id === viewer.id || ownership?.deputy?.id === viewer.id;
  });
  if (ids.length === 0) return [];
  const [concerns, health, ...series] = await Promise.all([
    listConcerns(viewer, { of: "mine" }, catalog),
    healthRows(ids),
    ...ids.map((id) => dailyUse(id)),
  ]);
  return ids
    .flatMap((id, at) => {
      const card = catalog.cards.get(id);
      if (!card) return [];
      return {
        card,
        daily: series[at] ?? [],
        concerns: concerns.filter((concern) => concern.tool.slug === card.slug),
        openQuestions: health.questions.filter(({ toolId }) => toolId === id).length,
      };
    })
    .toSorted((a, b) => b.concerns.length - a.concerns.length || b.card.usage.calls - a.card.usage.calls);
}
