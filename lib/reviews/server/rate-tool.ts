import "server-only";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import type { GivenRating, MayRate, RatingInput } from "#lib/reviews/schema.ts";
import { recordRatingEvent } from "#lib/reviews/server/audit-events.ts";
import { mayRate, type RatedTool, ratedTool } from "#lib/reviews/server/rated-tool.ts";
import { ratingFacts } from "#lib/reviews/server/rating-facts.ts";
import { insertRating, lockOwnRating, type OwnRow, updateRating } from "#lib/reviews/server/repository.ts";

const refusals: Readonly<Record<Exclude<MayRate["reason"], "used">, { message: string; mend: string }>> = {
  "not-used": {
    message: "You have not used this tool in the last 90 days.",
    mend: "Use it in chat or under Try it, then rate it.",
  },
  "runs-elsewhere": {
    message: "This tool runs elsewhere, so the portal knows of no use of yours that a rating could rest on.",
    mend: "Ask the owner a question on the tool's page instead.",
  },
  "no-version": { message: "This tool has no published version yet.", mend: "Rate it once it is published." },
};

async function changeRating(
  viewer: Viewer,
  tool: RatedTool,
  version: string,
  before: OwnRow,
  { stars, text }: RatingInput,
): Promise<void> {
  const isSame = before.stars === stars && before.text === text && before.version === version;
  if (isSame && before.withdrawnAt === null) return;
  await updateRating(before.id, {
    stars,
    text,
    version,
    teamId: viewer.teamId,
    changedAt: now(),
    withdrawnAt: null,
  });
  await recordRatingEvent(viewer, "rating.changed", tool, before.id, {
    before: { ...ratingFacts(before), isWithdrawn: before.withdrawnAt !== null },
    after: { ...ratingFacts({ stars, text, version }), isWithdrawn: false },
  });
}

/** A review in words is news for those who answer for the tool; stars alone show in the figures. */
async function tellOwners(
  viewer: Viewer,
  slug: string,
  tool: RatedTool,
  id: string,
  { stars, text }: RatingInput,
): Promise<void> {
  if (!text) return;
  await notifyPeople([tool.facts.ownerId, tool.facts.deputyId], {
    kind: "review-written",
    toolId: tool.id,
    title: `A review of ${tool.name} with ${stars} of 5 stars`,
    body: text.length > 300 ? `${text.slice(0, 299)}…` : text,
    href: `/catalog/${slug}?tab=reviews`,
    key: `review/${id}`,
    exceptId: viewer.id,
  });
}

/**
 * Rates the current major version of a tool, or changes what one thought of it. Only who has used the tool in the last
 * 90 days may; of two clicks at once the second changes what the first gave.
 */
export async function rateTool(viewer: Viewer, slug: string, input: RatingInput): Promise<GivenRating> {
  const tool = await ratedTool(viewer, slug);
  const may = await mayRate(viewer, tool);
  if (!tool.current || may.reason !== "used") {
    const { message, mend } = refusals[may.reason === "used" ? "no-version" : may.reason];
    throw new AppError("forbidden", message, { mend });
  }
  const { version, major } = tool.current;
  const place = { toolId: tool.id, personId: viewer.id, major };
  return transaction(async () => {
    const ratedAt = now();
    const id = newId(ratedAt);
    const rated = { ...input, version };
    const row = { ...rated, ...place, id, teamId: viewer.teamId, ratedAt, source: currentSource() };
    if (await insertRating(row)) {
      const after = ratingFacts(rated);
      await recordRatingEvent(viewer, "rating.given", tool, id, { before: null, after });
      await tellOwners(viewer, slug, tool, id, input);
      return { id, toolId: tool.id, stars: input.stars, ratedAt: ratedAt.toISOString() };
    }
    const before = await lockOwnRating(place);
    if (!before)
      throw new AppError("conflict", "Your rating changed while it was saved.", { mend: "Try again." });
    await changeRating(viewer, tool, version, before, input);
    return { id: before.id, toolId: tool.id, stars: input.stars, ratedAt: before.ratedAt.toISOString() };
  });
}
