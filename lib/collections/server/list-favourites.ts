import "server-only";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { cardsOf } from "#lib/catalog/server/cards-of.ts";
import { favouriteIds } from "#lib/collections/server/favourite-repository.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** The tools that the viewer keeps at hand and may still find, by name. */
export async function listFavourites(viewer: Viewer): Promise<ToolCard[]> {
  return cardsOf(viewer, await favouriteIds(viewer.id));
}

/** Their ids, for the marks on every page. */
export async function idsOfFavourites(viewer: Viewer): Promise<string[]> {
  return favouriteIds(viewer.id);
}
