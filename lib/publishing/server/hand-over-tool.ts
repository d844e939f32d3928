import "server-only";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { requireFoundTool } from "#lib/catalog/server/require-found-tool.ts";
import { transaction } from "#lib/db/transaction.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { mayHandOver } from "#lib/ownership/hands.ts";
import { answerOffer } from "#lib/ownership/server/answer-offer.ts";
import { assignOrphan } from "#lib/ownership/server/assign-orphan.ts";
import { type HeldTool, unsafeHeldTool } from "#lib/ownership/server/held-tools.ts";
import { nameDeputy } from "#lib/ownership/server/name-deputy.ts";
import { offerTool } from "#lib/ownership/server/offer-tool.ts";
import { withdrawOffer } from "#lib/ownership/server/withdraw-offer.ts";
import type { OfferAnswer, OfferInput } from "#lib/ownership/transfer.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";

/** The tool as those see it who answer for it or see to it; anybody else must at least be able to find it. */
async function requireKnown(viewer: Viewer, slug: string): Promise<HeldTool> {
  const tool = await unsafeHeldTool({ slug });
  if (!tool) throw notFound("The tool");
  if (!mayHandOver(viewer, tool)) await requireFoundTool(viewer, slug);
  return tool;
}

/** What depends on who answers for a tool: its place in the catalog, who may see and edit it, its rating. */
export async function handsChanged(toolIds: readonly string[]): Promise<void> {
  for (const id of toolIds) await rateSoon(id, "ownership-confirmed");
  await catalogChanged(toolIds);
}

/** Offers a tool to another owner. */
export async function offerToolBySlug(viewer: Viewer, slug: string, input: OfferInput): Promise<string> {
  return offerTool(viewer, await requireKnown(viewer, slug), input);
}

/** Gives a tool that nobody answers for to an owner. */
export async function assignTool(viewer: Viewer, tool: HeldTool, input: OfferInput): Promise<void> {
  await transaction(async () => {
    await assignOrphan(viewer, tool, input);
    await handsChanged([tool.id]);
  });
}

export async function assignToolBySlug(viewer: Viewer, slug: string, input: OfferInput): Promise<void> {
  await assignTool(viewer, await requireKnown(viewer, slug), input);
}

/** Accepts or declines an offer. On acceptance everything changes at once, or nothing does. */
export async function answerOfferOfTool(
  viewer: Viewer,
  transferId: string,
  answer: OfferAnswer,
): Promise<{ slug: string; name: string }> {
  return transaction(async () => {
    const { id, slug, name } = await answerOffer(viewer, transferId, answer);
    if (answer.answer === "accept") await handsChanged([id]);
    return { slug, name };
  });
}

export async function withdrawOfferOfTool(viewer: Viewer, transferId: string, note: string): Promise<string> {
  return (await withdrawOffer(viewer, transferId, note)).slug;
}

/** Names another deputy of a tool, or none. */
export async function nameDeputyOfTool(viewer: Viewer, slug: string, personId: string | null): Promise<void> {
  const tool = await requireKnown(viewer, slug);
  await transaction(async () => {
    await nameDeputy(viewer, tool, personId);
    await handsChanged([tool.id]);
  });
}
