import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { mayHandOver } from "#lib/ownership/hands.ts";
import { asActor, recordToolEvent } from "#lib/ownership/server/audit-events.ts";
import { type HeldTool, heldTool } from "#lib/ownership/server/held-tool-repository.ts";
import { t, tell } from "#lib/ownership/server/tell.ts";
import { closeTransfer, transferById } from "#lib/ownership/server/transfer-repository.ts";

/** Takes an offer back: whoever made it, the present owner, the lead of the domain and administrators may. */
export async function withdrawOffer(viewer: Viewer, id: string, note: string): Promise<HeldTool> {
  const offer = await transferById(id);
  const tool = offer && (await heldTool({ id: offer.toolId }));
  if (!tool || (offer.offeredById !== viewer.id && !mayHandOver(viewer, tool))) throw notFound("The offer");
  await transaction(async () => {
    const closing = { status: "withdrawn", answeredById: viewer.id, answeredAt: now(), note } as const;
    if (!(await closeTransfer(id, closing))) {
      throw new AppError("conflict", "This offer is not open any more: it was answered or ran out.", {
        mend: "Load the page again to see how things stand.",
      });
    }
    await recordToolEvent("transfer.withdrawn", asActor(viewer), tool, {
      ...(note ? { reason: note } : {}),
      details: { transferId: id },
    });
    const people = [offer.toOwnerId, offer.offeredById, tool.owner?.isActive ? tool.owner.id : null];
    await tell(
      people.filter((one) => one !== viewer.id),
      "transfer-answered",
      tool,
      `transfer/${id}/withdrawn`,
      {
        title: t("withdrawn", { name: viewer.name, tool: tool.name }),
        body: t("withdrawnBody", { team: tool.team?.name ?? tool.domain.name, note }),
        href: `/catalog/${tool.slug}`,
      },
    );
  });
  return tool;
}
