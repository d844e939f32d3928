import "server-only";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { DisputeInput, SettlementInput } from "#lib/trust/change-input.ts";
import { recordTrustEvent } from "#lib/trust/server/audit-events.ts";
import {
  disputeById,
  hasOpenDispute,
  insertDispute,
  setSettlement,
} from "#lib/trust/server/evidence-repository.ts";
import { requireRatedTool, requireRight } from "#lib/trust/server/rated-tool.ts";

/** Says that a component of a tool's rating is wrong. It stands beside the component until a reviewer has settled it. */
export async function openDispute(
  viewer: Viewer,
  slug: string,
  input: DisputeInput,
): Promise<{ id: string }> {
  const tool = await requireRatedTool(viewer, { slug });
  const { component, text } = input;
  if (await hasOpenDispute(tool.id, component, viewer.id)) {
    throw new AppError("conflict", "You have said this already, and it is not settled yet.");
  }
  const openedAt = now();
  const id = newId(openedAt);
  await transaction(async () => {
    const by = { openedById: viewer.id, openedBy: viewer.name, openedAt, source: currentSource() };
    await insertDispute({ id, toolId: tool.id, component, text, ...by });
    await recordTrustEvent(viewer, "trust.disputed", tool, {
      reason: text,
      details: { disputeId: id, component },
    });
  });
  return { id };
}

/** Settles a dispute from outside the owning team; nobody settles their own. */
export async function settleDispute(viewer: Viewer, id: string, input: SettlementInput): Promise<void> {
  const dispute = await disputeById(id);
  if (!dispute) throw notFound("The dispute");
  const tool = await requireRatedTool(viewer, { id: dispute.toolId });
  requireRight(viewer, tool, "review");
  if (dispute.openedById === viewer.id) {
    throw new AppError("forbidden", "Nobody settles a dispute that they opened.", {
      mend: "Ask another auditor or administrator.",
    });
  }
  const settledAt = now();
  await transaction(async () => {
    const by = { settledById: viewer.id, settledBy: viewer.name, settledAt };
    if (!(await setSettlement(id, { ...input, ...by }))) {
      throw new AppError("conflict", "Somebody else has settled it already.");
    }
    await recordTrustEvent(viewer, "trust.dispute-settled", tool, {
      reason: input.settlement,
      changes: { before: { outcome: null }, after: { outcome: input.outcome } },
      details: { disputeId: id, component: dispute.component },
    });
  });
}
