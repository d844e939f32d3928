import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { asActor, handsForTrail, recordToolEvent } from "#lib/ownership/server/audit-events.ts";
import { type HeldTool, heldTool, setHands } from "#lib/ownership/server/held-tool-repository.ts";
import { candidate, teamWithDomain } from "#lib/ownership/server/people-repository.ts";
import { t, tell } from "#lib/ownership/server/tell.ts";
import { closeTransfer, type TransferRow, transferById } from "#lib/ownership/server/transfer-repository.ts";
import { seersOf } from "#lib/ownership/server/who-sees-to.ts";
import { deputyProblem, isExpired, type OfferAnswer } from "#lib/ownership/transfer.ts";

const isAnswered = () =>
  new AppError("conflict", "This offer is not open any more: it was answered, taken back or ran out.", {
    mend: "Load the page again to see how things stand.",
  });

/** A deputy who left, or changed teams, since they were named stays out; that must not stop the rest. */
async function fitDeputy(offer: TransferRow) {
  const deputy = offer.toDeputyId ? await candidate(offer.toDeputyId) : null;
  return deputy && !deputyProblem(offer.toTeamId, offer.toOwnerId, deputy) ? deputy : null;
}

async function takeOver(
  viewer: Viewer,
  offer: TransferRow,
  tool: HeldTool,
  note: string,
  at: Date,
): Promise<void> {
  const team = await teamWithDomain(offer.toTeamId);
  if (!team || viewer.teamId !== team.id) {
    throw new AppError("conflict", "You no longer belong to the team that this tool was offered to.", {
      mend: "Decline it, and have it offered to you with your present team.",
    });
  }
  const deputy = await fitDeputy(offer);
  const hands = {
    teamId: team.id,
    ownerId: viewer.id,
    deputyId: deputy?.id ?? null,
    domainId: team.domain.id,
    confirmedAt: at,
  };
  await setHands(tool.id, hands);
  const { confirmedAt: _, ...after } = hands;
  await recordToolEvent("tool.ownership-changed", asActor(viewer), tool, {
    reason: offer.reason,
    changes: { before: handsForTrail(tool), after },
    details: { transferId: offer.id },
  });
  await tell(
    [
      offer.offeredById,
      tool.owner?.isActive ? tool.owner.id : null,
      tool.deputy?.isActive ? tool.deputy.id : null,
    ].filter((id) => id !== viewer.id),
    "transfer-answered",
    tool,
    `transfer/${offer.id}/accepted`,
    {
      title: t("accepted", { name: viewer.name, tool: tool.name }),
      body: t("acceptedBody", { tool: tool.name, team: team.name, note }),
      href: `/catalog/${tool.slug}`,
    },
  );
  if (deputy && deputy.id !== tool.deputy?.id) {
    await tell([deputy.id], "deputy-named", tool, `transfer/${offer.id}/deputy`, {
      title: t("nowDeputy", { tool: tool.name }),
      body: t("nowDeputyBody", { owner: viewer.name }),
    });
  }
  if (team.domain.id === tool.domainId) return;
  const leads = (await seersOf(team.domain.id)).filter((id) => id !== viewer.id);
  await tell(leads, "transfer-answered", tool, `transfer/${offer.id}/moved-in`, {
    title: t("movedIn", { tool: tool.name }),
    body: t("movedInBody", { team: team.name }),
    href: `/catalog/${tool.slug}`,
  });
}

async function tellOfRefusal(
  viewer: Viewer,
  offer: TransferRow,
  tool: HeldTool,
  note: string,
): Promise<void> {
  const people = [offer.offeredById, tool.owner?.isActive ? tool.owner.id : null];
  await tell(
    people.filter((id) => id !== viewer.id),
    "transfer-answered",
    tool,
    `transfer/${offer.id}/declined`,
    {
      title: t("declined", { name: viewer.name, tool: tool.name }),
      body: t("declinedBody", { team: tool.team?.name ?? tool.domain.name, note }),
    },
  );
}

/**
 * The one whom a tool was offered to takes it over or declines. Of two answers the second is a conflict. To anybody else
 * the offer does not exist.
 * @returns the tool as it was before
 */
export async function answerOffer(
  viewer: Viewer,
  id: string,
  { answer, note }: OfferAnswer,
): Promise<HeldTool> {
  const offer = await transferById(id);
  if (offer?.toOwnerId !== viewer.id) throw notFound("The offer");
  const at = now();
  if (offer.status !== "offered" || isExpired(offer.offeredAt, at)) throw isAnswered();
  return transaction(async () => {
    const status = answer === "accept" ? "accepted" : "declined";
    if (!(await closeTransfer(id, { status, answeredById: viewer.id, answeredAt: at, note })))
      throw isAnswered();
    const tool = await heldTool({ id: offer.toolId });
    if (!tool) throw notFound("The tool");
    await recordToolEvent(`transfer.${status}`, asActor(viewer), tool, {
      ...(note ? { reason: note } : {}),
      details: { transferId: id },
    });
    if (answer === "accept") await takeOver(viewer, offer, tool, note, at);
    else await tellOfRefusal(viewer, offer, tool, note);
    return tool;
  });
}
