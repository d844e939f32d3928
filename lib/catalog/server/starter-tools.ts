import "server-only";
import type { StarterTools } from "#lib/catalog/home.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { toolOrder } from "#lib/catalog/server/tool-orders.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** Published tools that work for the viewer now: those of their domain by use, then the most used of the others. */
export async function starterTools(viewer: Viewer, limit: number): Promise<StarterTools> {
  const visible = await loadCards(viewer);
  const { table } = visible.index;
  const { seen, usable } = visible.slots;
  const own: string[] = [];
  const others: string[] = [];
  for (const slot of toolOrder(table, visible.prior, "most-used")) {
    const row = table.at(slot)?.row;
    if (!row || !seen.has(slot) || row.lifecycle !== "published") continue;
    const list = row.domain.id === viewer.domainId ? own : others;
    if (list.length < limit && visible.readiness(slot, usable) === "works-now") list.push(row.id);
    if (own.length === limit) break;
  }
  return {
    cards: [...own, ...others].slice(0, limit).flatMap((id) => visible.cards.get(id) ?? []),
    ownDomainCount: own.length,
  };
}
