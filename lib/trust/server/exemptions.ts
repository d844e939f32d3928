import "server-only";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { dayMs } from "#lib/trust/bounds.ts";
import { type ExemptionInput, longestExemptionDays } from "#lib/trust/change-input.ts";
import { recordTrustEvent } from "#lib/trust/server/audit-events.ts";
import {
  endExemptionAt,
  exemptionById,
  exemptionsOf,
  insertExemption,
} from "#lib/trust/server/evidence-repository.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";
import { requireRatedTool, requireRight } from "#lib/trust/server/rated-tool.ts";

function checkedExpiry(expiresAt: string, at: Date): Date {
  const ends = new Date(expiresAt);
  if (ends <= at) throw invalidInput("expiresAt", "Choose a day that is still to come.");
  if (ends.getTime() - at.getTime() > longestExemptionDays * dayMs) {
    throw invalidInput("expiresAt", `An exemption lasts at most ${longestExemptionDays} days.`);
  }
  return ends;
}

/** Lets a gate of a tool not hold until a day. The gate stays in view, with the reason. */
export async function grantExemption(
  viewer: Viewer,
  slug: string,
  input: ExemptionInput,
): Promise<{ id: string }> {
  const tool = await requireRatedTool(viewer, { slug });
  requireRight(viewer, tool, "exempt");
  const { gate, reason } = input;
  const grantedAt = now();
  const expiresAt = checkedExpiry(input.expiresAt, grantedAt);
  const id = newId(grantedAt);
  await transaction(async () => {
    if ((await exemptionsOf(tool.id, grantedAt)).some((one) => one.gate === gate)) {
      throw new AppError("conflict", "This gate has an exemption already.", {
        mend: "End that one first.",
      });
    }
    const by = { grantedById: viewer.id, grantedBy: viewer.name, grantedAt, source: currentSource() };
    await insertExemption({ id, toolId: tool.id, gate, reason, expiresAt, ...by });
    const details = { exemptionId: id, gate, expiresAt: expiresAt.toISOString() };
    await recordTrustEvent(viewer, "trust.exempted", tool, { reason, details });
    await rateSoon(tool.id, "exemption");
  });
  return { id };
}

/** Ends an exemption before its day. */
export async function endExemption(viewer: Viewer, id: string, reason: string): Promise<void> {
  const exemption = await exemptionById(id);
  if (!exemption) throw notFound("The exemption");
  const tool = await requireRatedTool(viewer, { id: exemption.toolId });
  requireRight(viewer, tool, "exempt");
  await transaction(async () => {
    if (!(await endExemptionAt(id, now()))) throw new AppError("conflict", "It has ended already.");
    const details = { exemptionId: id, gate: exemption.gate };
    await recordTrustEvent(viewer, "trust.exemption-ended", tool, { reason, details });
    await rateSoon(tool.id, "exemption");
  });
}
