import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import { requireAllowed } from "#lib/policy/server/require-allowed.ts";
import type { ReplyInput } from "#lib/reviews/schema.ts";
import { recordRatingEvent } from "#lib/reviews/server/audit-events.ts";
import { ratedTool } from "#lib/reviews/server/rated-tool.ts";
import { textHash } from "#lib/reviews/server/rating-facts.ts";
import { repliableRating, setReply } from "#lib/reviews/server/repository.ts";

/** Replies to a rating in the name of the people who may edit the tool, or changes the reply that is there. */
export async function replyToRating(
  viewer: Viewer,
  slug: string,
  ratingId: string,
  { text, replaces }: ReplyInput,
): Promise<{ id: string; repliedAt: string }> {
  const tool = await ratedTool(viewer, slug);
  await requireAllowed(viewer, "edit", tool.facts);
  const repliedAt = now();
  await transaction(async () => {
    const rating = await repliableRating(tool.id, ratingId);
    if (!rating) throw notFound("The rating");
    const seen = replaces === null ? null : new Date(replaces);
    if (!(await setReply(rating.id, seen, { reply: text, repliedAt, repliedById: viewer.id }))) {
      throw new AppError("conflict", "Somebody else has replied to this rating meanwhile.", {
        mend: "Load the page again to read the reply. What you wrote is kept here until then.",
      });
    }
    await recordRatingEvent(viewer, "rating.replied", tool, rating.id, {
      before: rating.reply === null ? null : { textHash: textHash(rating.reply) },
      after: { textHash: textHash(text) },
    });
    await notifyPeople([rating.personId], {
      kind: "review-replied",
      toolId: tool.id,
      title: `Your review of ${tool.name} was answered`,
      body: text.length > 300 ? `${text.slice(0, 299)}…` : text,
      href: `/catalog/${slug}?tab=reviews`,
      key: `review/${rating.id}/reply`,
      exceptId: viewer.id,
    });
  });
  return { id: ratingId, repliedAt: repliedAt.toISOString() };
}
