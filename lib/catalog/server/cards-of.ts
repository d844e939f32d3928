import "server-only";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { answeredBy, idsBySlug, idsOfTeam } from "#lib/catalog/server/cards-of-repository.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";

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
  const cards = await cardsOf(viewer, await idsBySlug(slugs));
  return new Map(cards.map((card) => [card.slug, card]));
}

/** The tools that a team owns, as far as the viewer may find them, by name. */
export async function cardsOfTeam(viewer: Viewer, teamId: string): Promise<ToolCard[]> {
  return cardsOf(viewer, await idsOfTeam(teamId));
}

export type AnsweredTool = { readonly card: ToolCard; readonly as: "owner" | "deputy" };

/** The tools that a person answers for, as far as the viewer may find them, by name. */
export async function cardsOfPerson(viewer: Viewer, personId: string): Promise<AnsweredTool[]> {
  const answering = await answeredBy(personId);
  const cards = await cardsOf(
    viewer,
    answering.map(({ toolId }) => toolId),
  );
  const owned = new Set(answering.flatMap(({ toolId, ownerId }) => (ownerId === personId ? toolId : [])));
  return cards.map((card) => ({ card, as: owned.has(card.id) ? "owner" : "deputy" }));
}
