import "server-only";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { invalidInput } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { dayMs } from "#lib/trust/bounds.ts";
import { checklistFor, checklistProblem, type ReviewInput } from "#lib/trust/review-checklist.ts";
import { recordTrustEvent } from "#lib/trust/server/audit-events.ts";
import { insertReview, insertVerification } from "#lib/trust/server/evidence-repository.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";
import { requireRatedTool, requireRight } from "#lib/trust/server/rated-tool.ts";
import { settingsInForce } from "#lib/trust/server/trust-settings.ts";

export type RecordedReview = { readonly id: string; readonly expiresAt: string };

/** Records the review of somebody outside the owning team, with every answer of its checklist. */
export async function recordReview(
  viewer: Viewer,
  slug: string,
  input: ReviewInput,
): Promise<RecordedReview> {
  const tool = await requireRatedTool(viewer, { slug });
  requireRight(viewer, tool, "review");
  const points = checklistFor(input.kind, tool.riskTier);
  const problem = checklistProblem(points, input);
  if (problem) throw invalidInput("checklist", problem);
  const { settings } = await settingsInForce();
  const reviewedAt = now();
  const expiresAt = new Date(reviewedAt.getTime() + settings.compliance.validDays[input.kind] * dayMs);
  const id = newId(reviewedAt);
  const answers = new Map(input.checklist.map((point) => [point.id, point.answer]));
  await transaction(async () => {
    await insertReview({
      id,
      toolId: tool.id,
      kind: input.kind,
      reviewer: viewer.name,
      reviewerId: viewer.id,
      outcome: input.outcome,
      reviewedAt,
      expiresAt,
      version: tool.version,
      checklist: points.map((point) => ({ ...point, answer: answers.get(point.id) ?? "not-met" })),
      note: input.note,
      source: currentSource(),
    });
    const { kind, outcome } = input;
    const details = {
      reviewId: id,
      kind,
      outcome,
      version: tool.version,
      expiresAt: expiresAt.toISOString(),
    };
    await recordTrustEvent(viewer, "review.recorded", tool, { details });
    await rateSoon(tool.id, "review-recorded");
  });
  return { id, expiresAt: expiresAt.toISOString() };
}

/** Says that the viewer has read the docs of the current version and found them right; their clock starts anew. */
export async function verifyDocs(viewer: Viewer, slug: string): Promise<{ readonly verifiedAt: string }> {
  const tool = await requireRatedTool(viewer, { slug });
  requireRight(viewer, tool, "verifyDocs");
  const verifiedAt = now();
  const version = tool.version ?? "";
  await transaction(async () => {
    await insertVerification({
      id: newId(verifiedAt),
      toolId: tool.id,
      version,
      verifiedById: viewer.id,
      verifiedBy: viewer.name,
      verifiedAt,
      source: currentSource(),
    });
    await recordTrustEvent(viewer, "docs.verified", tool, { details: { version } });
    await rateSoon(tool.id, "docs-verified");
  });
  return { verifiedAt: verifiedAt.toISOString() };
}
