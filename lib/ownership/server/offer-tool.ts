import "server-only";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { mayHandOver } from "#lib/ownership/hands.ts";
import { asActor, recordToolEvent } from "#lib/ownership/server/audit-events.ts";
import { expireOffer } from "#lib/ownership/server/expire-offers.ts";
import type { HeldTool } from "#lib/ownership/server/held-tool-repository.ts";
import { type Receivers, requireReceivers } from "#lib/ownership/server/receivers.ts";
import { dayOf, t, tell } from "#lib/ownership/server/tell.ts";
import { insertTransfer, openTransferOf } from "#lib/ownership/server/transfer-repository.ts";
import { isExpired, type OfferInput, offerExpiresAt } from "#lib/ownership/transfer.ts";

const isOpen = () =>
  new AppError("conflict", "This tool is offered to somebody already.", {
    mend: "Wait for the answer, or take the offer back first.",
  });

/** Stops an offer to those who have the tool already. */
export function requireOthers(tool: HeldTool, to: Receivers): void {
  if (tool.team?.id === to.team.id && tool.owner?.id === to.owner.id)
    throw invalidInput("ownerId", `${to.owner.name} owns ${tool.name} already.`);
}

async function tellOfOffer(
  viewer: Viewer,
  tool: HeldTool,
  to: Receivers,
  offer: { readonly id: string; readonly reason: string; readonly offeredAt: Date },
): Promise<void> {
  const key = (who: string) => `transfer/${offer.id}/offered/${who}`;
  const facts = { name: viewer.name, tool: tool.name, owner: to.owner.name, reason: offer.reason };
  await tell([to.owner.id], "transfer-offered", tool, key("owner"), {
    title: t("offered", facts),
    body: t("offeredBody", { reason: offer.reason, day: dayOf(offerExpiresAt(offer.offeredAt)) }),
  });
  if (tool.owner?.isActive && tool.owner.id !== viewer.id && tool.owner.id !== to.owner.id) {
    await tell([tool.owner.id], "transfer-answered", tool, key("present-owner"), {
      title: t("offerSeen", facts),
      body: t("offerSeenBody", facts),
    });
  }
}

/**
 * Offers a tool to a team and a new owner in it. Nothing changes until they accept; a tool has one open offer at a time.
 * Who may see the tool at all is decided above.
 * @returns the id of the offer
 */
export async function offerTool(viewer: Viewer, tool: HeldTool, input: OfferInput): Promise<string> {
  if (!mayHandOver(viewer, tool)) {
    throw new AppError(
      "forbidden",
      "Only the tool's owner, the lead of its domain and administrators offer it.",
      {
        mend: "Ask one of them; the tool's page names them.",
      },
    );
  }
  const to = await requireReceivers(input);
  requireOthers(tool, to);
  const offeredAt = now();
  const id = newId(offeredAt);
  try {
    await transaction(async () => {
      const open = await openTransferOf(tool.id);
      if (open && !isExpired(open.offeredAt, offeredAt)) throw isOpen();
      if (open) await expireOffer(open, offeredAt);
      await insertTransfer({
        id,
        toolId: tool.id,
        openFor: tool.id,
        fromTeamId: tool.team?.id ?? to.team.id,
        fromOwnerId: tool.owner?.id ?? null,
        toTeamId: to.team.id,
        toOwnerId: to.owner.id,
        toDeputyId: to.deputy?.id ?? null,
        reason: input.reason,
        offeredById: viewer.id,
        offeredAt,
        source: currentSource(),
      });
      await recordToolEvent("transfer.offered", asActor(viewer), tool, {
        reason: input.reason,
        details: { transferId: id, toTeamId: to.team.id, toOwnerId: to.owner.id, toDeputyId: input.deputyId },
      });
      await tellOfOffer(viewer, tool, to, { id, reason: input.reason, offeredAt });
    });
  } catch (error) {
    if (violatedUnique(error)) throw isOpen();
    throw error;
  }
  return id;
}
