import "server-only";
import { now } from "#lib/clock.ts";
import { toPage } from "#lib/db/pagination.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { subjectOf } from "#lib/policy/server/load-rules.ts";
import { countedRatings, type ExclusionReason } from "#lib/reviews/counted-ratings.ts";
import { type RatingList, type RatingQuery, ratingListSchema } from "#lib/reviews/schema.ts";
import { mayRate, ratedTool } from "#lib/reviews/server/rated-tool.ts";
import { ratingOrders } from "#lib/reviews/server/rating-order.ts";
import { ownRating, ratingRows, repliers, shownRatings } from "#lib/reviews/server/repository.ts";
import { toRating, toSummary } from "#lib/reviews/server/to-dto.ts";

async function pageOfRatings(
  viewer: Viewer,
  toolId: string,
  { sort, stars, cursor, limit }: RatingQuery,
  reasons: ReadonlyMap<string, ExclusionReason>,
) {
  const order = ratingOrders[sort];
  const only = { toolId, withdrawnAt: null, ...(stars === undefined ? {} : { stars }) };
  const rows = await shownRatings({ AND: [only, order.after(cursor)] }, order.orderBy, limit + 1);
  const { items, nextCursor } = toPage(rows, limit, order.cursorOf);
  const ids = items.flatMap(({ repliedById }) => repliedById ?? []);
  const people = new Map((await repliers(ids)).map((person) => [person.id, person]));
  return {
    items: items.map((row) => toRating(row, { viewerId: viewer.id, reasons, repliers: people })),
    nextCursor: nextCursor ?? null,
  };
}

/**
 * What people think of a tool, a page of it, and what it comes to. Who may rate it and has not sees none of it until
 * they rate or say that they would rather not, so that nobody follows the others.
 */
export async function listRatings(viewer: Viewer, slug: string, query: RatingQuery): Promise<RatingList> {
  const tool = await ratedTool(viewer, slug);
  const { current, facts } = tool;
  const [may, rows, mine] = await Promise.all([
    mayRate(viewer, tool),
    ratingRows(tool.id),
    current ? ownRating({ toolId: tool.id, personId: viewer.id, major: current.major }) : null,
  ]);
  // What they would give has no part in the average, so that they may see it first.
  const isOwn =
    (facts.teamId !== null && facts.teamId === viewer.teamId) || tool.answering.includes(viewer.id);
  const shared = {
    isOwn,
    mine: mine && {
      id: mine.id,
      stars: mine.stars,
      text: mine.text,
      version: mine.version,
      isWithdrawn: mine.withdrawnAt !== null,
    },
    mayRate: may,
    canReply: evaluate("edit", subjectOf(viewer), facts, tool.rules).allowed,
    version: current?.version ?? null,
  };
  const total = rows.filter(({ withdrawnAt }) => withdrawnAt === null).length;
  const hasRated = mine !== null && mine.withdrawnAt === null;
  if (may.allowed && !hasRated && !isOwn && query.skip === undefined && total > 0) {
    const summary = { state: "rate-first" as const, total };
    return ratingListSchema.parse({ ...shared, summary, excluded: [], items: [], nextCursor: null });
  }
  const result = countedRatings(rows, {
    major: current?.major ?? null,
    teamId: facts.teamId,
    answering: tool.answering,
    now: now(),
  });
  return ratingListSchema.parse({
    ...shared,
    summary: total === 0 ? { state: "none" } : toSummary(result),
    excluded: result.excluded,
    ...(await pageOfRatings(viewer, tool.id, query, result.reasons)),
  });
}
