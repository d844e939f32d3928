import "server-only";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const byName = (a: ToolCard, b: ToolCard) => a.name.localeCompare(b.name);

/** Cards of these tools in the order of the ids, without those that the viewer may not find. */
export async function cardsOf(viewer: Viewer, ids: readonly string[]): Promise<ToolCard[]> {
  if (ids.length === 0) return [];
  const { cards } = await loadCards(viewer);
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** Cards of the tools with these addresses, by address; what the viewer may not find is missing. */
export async function cardsBySlug(
  viewer: Viewer,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, ToolCard>> {
  const { cards } = await loadCards(viewer);
  const sought = new Set(slugs);
  return new Map(
    [...cards.values()].filter(({ slug }) => sought.has(slug)).map((card) => [card.slug, card] as const),
  );
}

/** The tools that a team owns, as far as the viewer may find them, by name. */
export async function cardsOfTeam(viewer: Viewer, teamId: string): Promise<ToolCard[]> {
  const { cards } = await loadCards(viewer);
  return [...cards.values()].filter(({ team }) => team?.id === teamId).toSorted(byName);
}

export type AnsweredTool = { readonly card: ToolCard; readonly as: "owner" | "deputy" };

/** The tools that a person answers for, as far as the viewer may find them, by name. */
export async function cardsOfPerson(viewer: Viewer, personId: string): Promise<AnsweredTool[]> {
  const { cards, facts } = await loadCards(viewer);
  return [...cards.values()]
    .flatMap((card): AnsweredTool[] => {
      const tool = facts.get(card.id);
      if (tool?.ownerId === personId) return [{ card, as: "owner" }];
      return tool?.deputyId === personId ? [{ card, as: "deputy" }] : [];
    })
    .toSorted((a, b) => byName(a.card, b.card));
}
