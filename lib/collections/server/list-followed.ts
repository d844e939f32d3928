import "server-only";
import { cardsOf } from "#lib/catalog/server/cards-of.ts";
import type { FollowedTool } from "#lib/collections/following.ts";
import { followsOf } from "#lib/collections/server/follow-repository.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** The tools that the viewer follows and may still find, by name. */
export async function listFollowed(viewer: Viewer): Promise<FollowedTool[]> {
  const follows = await followsOf(viewer.id);
  const since = new Map(follows.map(({ toolId, createdAt }) => [toolId, createdAt.toISOString()]));
  const cards = await cardsOf(viewer, [...since.keys()]);
  return cards.map(({ id, slug, name }) => ({ id, slug, name, since: since.get(id) ?? "" }));
}

/** Their ids, for the mark on every tool's page. */
export async function idsOfFollowed(viewer: Viewer): Promise<string[]> {
  return (await followsOf(viewer.id)).map(({ toolId }) => toolId);
}
