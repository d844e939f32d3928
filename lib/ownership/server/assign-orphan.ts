import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { isOrphan, seesTo } from "#lib/ownership/hands.ts";
import { asActor, handsForTrail, recordToolEvent } from "#lib/ownership/server/audit-events.ts";
import { type HeldTool, heldTool, lockTool, setHands } from "#lib/ownership/server/held-tool-repository.ts";
import { requireReceivers } from "#lib/ownership/server/receivers.ts";
import { t, tell } from "#lib/ownership/server/tell.ts";
import { closeTransfer, openTransferOf } from "#lib/ownership/server/transfer-repository.ts";
import type { OfferInput } from "#lib/ownership/transfer.ts";

const hasOwner = () =>
  new AppError("conflict", "Somebody answers for this tool, so it is offered and not given away.", {
    mend: "Load the list again.",
  });

/** Ends an offer of a tool that was left by those who made it: whoever assigns it decides. */
async function closeOffer(viewer: Viewer, tool: HeldTool): Promise<void> {
  const open = await openTransferOf(tool.id);
  if (!open) return;
  const closing = { status: "withdrawn", answeredById: viewer.id, answeredAt: now(), note: "" } as const;
  if (await closeTransfer(open.id, closing))
    await recordToolEvent("transfer.withdrawn", asActor(viewer), tool, { details: { transferId: open.id } });
}

/**
 * Gives a tool that nobody answers for to a team and an owner, at once. Only for the lead of its domain and
 * administrators. The last confirmation stays what it was: the new owner has not looked yet.
 */
export async function assignOrphan(viewer: Viewer, tool: HeldTool, input: OfferInput): Promise<void> {
  if (!seesTo(viewer, tool.domainId)) {
    throw new AppError("forbidden", "Only the lead of the tool's domain and administrators assign it.");
  }
  const to = await requireReceivers(input);
  await transaction(async () => {
    await lockTool(tool.id);
    const present = await heldTool({ id: tool.id });
    if (!present || !isOrphan(present)) throw hasOwner();
    await closeOffer(viewer, present);
    const hands = {
      teamId: to.team.id,
      ownerId: to.owner.id,
      deputyId: to.deputy?.id ?? null,
      domainId: to.domain.id,
    };
    await setHands(tool.id, { ...hands, confirmedAt: null });
    await recordToolEvent("tool.ownership-changed", asActor(viewer), present, {
      reason: input.reason,
      changes: { before: handsForTrail(present), after: hands },
    });
    const key = (who: string) => `assignment/${tool.id}/${now().toISOString()}/${who}`;
    await tell([to.owner.id], "owner-named", tool, key("owner"), {
      title: t("nowOwner", { tool: tool.name }),
      body: t("nowOwnerAssigned", { name: viewer.name, reason: input.reason }),
    });
    await tell([to.deputy?.id], "deputy-named", tool, key("deputy"), {
      title: t("nowDeputy", { tool: tool.name }),
      body: t("nowDeputyBody", { owner: to.owner.name }),
    });
  });
}
