import "server-only";
import { cardsBySlug } from "#lib/catalog/server/cards-of.ts";
import { now } from "#lib/clock.ts";
import { mostFavourites } from "#lib/collections/schema.ts";
import { recordFavourite } from "#lib/collections/server/audit-events.ts";
import {
  countFavourites,
  deleteFavourite,
  favouriteBySlug,
  insertFavourite,
} from "#lib/collections/server/favourite-repository.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** Keeps a tool among the viewer's favourites; one that is there already stays as it is. */
export async function keepFavourite(viewer: Viewer, slug: string): Promise<void> {
  const tool = (await cardsBySlug(viewer, [slug])).get(slug);
  if (!tool) throw notFound("The tool");
  await transaction(async () => {
    if ((await countFavourites(viewer.id)) >= mostFavourites) {
      throw new AppError(
        "conflict",
        `You have ${mostFavourites} favourites, and there is no room for more.`,
        {
          mend: "Remove some that you no longer need.",
        },
      );
    }
    if (await insertFavourite(viewer.id, tool.id, now())) {
      await recordFavourite(viewer, "favourite.added", tool);
    }
  });
}

/** Lets go of a favourite, also of one that the viewer may not find any more. */
export async function dropFavourite(viewer: Viewer, slug: string): Promise<void> {
  const kept = await favouriteBySlug(viewer.id, slug);
  if (!kept) {
    if ((await cardsBySlug(viewer, [slug])).size === 0) throw notFound("The tool");
    return;
  }
  await transaction(async () => {
    if (await deleteFavourite(viewer.id, kept.id)) await recordFavourite(viewer, "favourite.removed", kept);
  });
}
