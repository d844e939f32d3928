import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { notRated, type TrustRating } from "#lib/trust/mark.ts";
import { currentRatings } from "#lib/trust/server/current-ratings.ts";
import { requireRatedTool } from "#lib/trust/server/rated-tool.ts";

/** The mark of a tool that the viewer may find, with its name. */
export async function markOfTool(viewer: Viewer, slug: string): Promise<{ name: string; mark: TrustRating }> {
  const { id, name } = await requireRatedTool(viewer, { slug });
  return { name, mark: (await currentRatings([id])).get(id) ?? notRated };
}
