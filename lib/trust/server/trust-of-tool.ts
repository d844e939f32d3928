import "server-only";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { dayMs } from "#lib/trust/bounds.ts";
import { notRated } from "#lib/trust/mark.ts";
import { movedBetween } from "#lib/trust/moved.ts";
import { raisesOf } from "#lib/trust/raise.ts";
import { type RatingResult, ratingCauseSchema, ratingResultSchema } from "#lib/trust/schema.ts";
import { disputesOf, exemptionsOf } from "#lib/trust/server/evidence-repository.ts";
import { gatherFacts } from "#lib/trust/server/gather-facts.ts";
import { requireRatedTool } from "#lib/trust/server/rated-tool.ts";
import { newestResults, resultsSince } from "#lib/trust/server/results-repository.ts";
import { settingsInForce } from "#lib/trust/server/trust-settings.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";
import { toMark } from "#lib/trust/to-mark.ts";
import { type RatingPoint, type TrustOfTool, trustOfToolSchema } from "#lib/trust/view.ts";

const historyDays = 90;

function readRating(rating: unknown): RatingResult | null {
  const read = ratingResultSchema.safeParse(rating);
  return read.success ? read.data : null;
}

async function historyOf(toolId: string, settings: TrustSettings): Promise<RatingPoint[]> {
  const rows = await resultsSince(toolId, new Date(now().getTime() - historyDays * dayMs));
  const points: RatingPoint[] = [];
  let before: { rating: RatingResult; settingsId: string | null } | null = null;
  for (const { id, computedAt, cause, settingsId, rating: json } of rows) {
    const rating = readRating(json);
    if (!rating) continue;
    const after = { rating, settingsId };
    points.push({
      id,
      at: computedAt.toISOString(),
      score: rating.score,
      band: rating.band,
      cause: ratingCauseSchema.parse(cause),
      moved: before && movedBetween(before, after, settings),
    });
    before = after;
  }
  return points;
}

/** The rating of a tool with all that it is made of, how it came about, and what would raise it. */
export async function trustOfTool(viewer: Viewer, slug: string): Promise<TrustOfTool> {
  const tool = await requireRatedTool(viewer, { slug });
  const { settings } = await settingsInForce();
  const [newest] = await newestResults([tool.id]);
  const rating = newest ? readRating(newest.rating) : null;
  const before = new Map(rating ? [[tool.id, rating]] : []);
  const [facts, history, disputes, exemptions] = await Promise.all([
    gatherFacts({ toolIds: [tool.id], at: now() }, settings, before),
    historyOf(tool.id, settings),
    disputesOf(tool.id),
    exemptionsOf(tool.id, now()),
  ]);
  const known = facts.get(tool.id);
  return trustOfToolSchema.parse({
    tool: { slug: tool.slug, name: tool.name, riskTier: tool.riskTier },
    computedAt: rating && newest ? newest.computed_at.toISOString() : null,
    cause: rating && newest ? newest.cause : null,
    mark: rating ? toMark(rating, settings) : notRated,
    rating,
    raises: rating && known ? raisesOf(known, settings, rating) : [],
    history,
    disputes: disputes.map(({ openedAt, settledAt, ...dispute }) => ({
      ...dispute,
      openedAt: openedAt.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
    })),
    exemptions: exemptions.map(({ grantedAt, expiresAt, ...exemption }) => ({
      ...exemption,
      grantedAt: grantedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    may: { ...tool.may, settle: tool.may.review },
  });
}
