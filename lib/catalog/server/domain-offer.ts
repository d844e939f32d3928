import "server-only";
import type { Concern } from "#lib/catalog/concerns.ts";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { listConcerns } from "#lib/catalog/server/list-concerns.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** Many times faster than `localeCompare` where a domain has thousands of tools. */
const byName = new Intl.Collator("en");

export type DomainOffer = { readonly cards: ToolCard[]; readonly concerns: Concern[] };

/** What a domain offers to this viewer, the most used first, and what needs attention there. */
export async function domainOffer(viewer: Viewer, domainId: string): Promise<DomainOffer> {
  const catalog = await loadCards(viewer);
  const cards = [...catalog.cards.values()]
    .filter((card) => card.domain.id === domainId)
    .toSorted((a, b) => b.usage.people - a.usage.people || byName.compare(a.name, b.name));
  const concerns = await listConcerns(viewer, { of: "domains", domainIds: [domainId] }, catalog);
  return { cards, concerns };
}

export type DomainCount = { readonly tools: number; readonly working: number; readonly concerns: number };

/** The same in figures for every domain, by its id. */
export async function domainCounts(viewer: Viewer): Promise<ReadonlyMap<string, DomainCount>> {
  const catalog = await loadCards(viewer);
  const concerns = await listConcerns(viewer, { of: "everything" }, catalog);
  const concerned = new Set(concerns.map(({ tool }) => tool.slug));
  const counts = new Map<string, DomainCount>();
  for (const card of catalog.cards.values()) {
    const before = counts.get(card.domain.id) ?? { tools: 0, working: 0, concerns: 0 };
    counts.set(card.domain.id, {
      tools: before.tools + 1,
      working: before.working + (card.readiness.state === "works-now" ? 1 : 0),
      concerns: before.concerns + (concerned.has(card.slug) ? 1 : 0),
    });
  }
  return counts;
}
