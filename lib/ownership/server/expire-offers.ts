import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { portal, recordToolEvent } from "#lib/ownership/server/audit-events.ts";
import { heldTool } from "#lib/ownership/server/held-tool-repository.ts";
import { t, tell } from "#lib/ownership/server/tell.ts";
import { closeTransfer, openTransfers, type TransferRow } from "#lib/ownership/server/transfer-repository.ts";
import { offerDays } from "#lib/ownership/transfer.ts";

const dayMs = 86_400_000;

/** Ends an offer that nobody answered in time. Call it inside a transaction. */
export async function expireOffer(offer: TransferRow, at: Date): Promise<void> {
  const closing = { status: "expired", answeredById: null, answeredAt: at, note: "" } as const;
  if (!(await closeTransfer(offer.id, closing))) return;
  const tool = await heldTool({ id: offer.toolId });
  if (!tool) return;
  await recordToolEvent("transfer.expired", portal, tool, { details: { transferId: offer.id } });
  const people = [offer.offeredById, tool.owner?.isActive ? tool.owner.id : null];
  await tell(people, "transfer-answered", tool, `transfer/${offer.id}/expired`, {
    title: t("expired", { tool: tool.name }),
    body: t("expiredBody", { days: offerDays, team: tool.team?.name ?? tool.domain.name }),
  });
}

/** Ends all offers that are older than 30 days, each by itself. */
export async function expireOffers(): Promise<void> {
  const at = now();
  const old = await openTransfers({ offeredAt: { lte: new Date(at.getTime() - offerDays * dayMs) } });
  for (const offer of old) await transaction(() => expireOffer(offer, at));
}
