import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { recordRatingEvent } from "#lib/reviews/server/audit-events.ts";
import { ratedTool } from "#lib/reviews/server/rated-tool.ts";
import { ratingFacts } from "#lib/reviews/server/rating-facts.ts";
import { lockOwnRating, updateRating } from "#lib/reviews/server/repository.ts";

/** Takes one's rating of the current major version back: it is neither shown nor counted, and its row stays. */
export async function withdrawRating(viewer: Viewer, slug: string): Promise<{ toolId: string }> {
  const tool = await ratedTool(viewer, slug);
  const { current } = tool;
  if (!current) throw notFound("Your rating");
  await transaction(async () => {
    const before = await lockOwnRating({ toolId: tool.id, personId: viewer.id, major: current.major });
    if (!before || before.withdrawnAt) throw notFound("Your rating");
    await updateRating(before.id, { withdrawnAt: now() });
    await recordRatingEvent(viewer, "rating.withdrawn", tool, before.id, {
      before: ratingFacts(before),
      after: null,
    });
  });
  return { toolId: tool.id };
}
