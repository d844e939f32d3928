import "server-only";
import type { StarterTools } from "#lib/catalog/home.ts";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const byUse = (a: ToolCard, b: ToolCard) => b.usage.people - a.usage.people || a.name.localeCompare(b.name);

/** Published tools that work for the viewer now: those of their domain by use, then the most used of the others. */
export async function starterTools(viewer: Viewer, limit: number): Promise<StarterTools> {
  const { cards } = await loadCards(viewer);
  const working = [...cards.values()].filter(
    (card) => card.readiness.state === "works-now" && card.lifecycle === "published",
  );
  const own = working.filter((card) => card.domain.id === viewer.domainId).toSorted(byUse);
  const others = working.filter((card) => card.domain.id !== viewer.domainId).toSorted(byUse);
  return {
    cards: [...own, ...others].slice(0, limit),
    ownDomainCount: Math.min(own.length, limit),
  };
}
