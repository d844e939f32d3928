import "server-only";
import { requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import { now } from "#lib/clock.ts";
import { isAppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { confirmationDueAt, confirmationStage } from "#lib/ownership/confirmation.ts";
import { isOrphan, mayHandOver, seesTo } from "#lib/ownership/hands.ts";
import { type HeldTool, unsafeHeldTool, unsafePurposeOf } from "#lib/ownership/server/held-tools.ts";
import { mayChangeDeputy } from "#lib/ownership/server/name-deputy.ts";
import { offersOf } from "#lib/ownership/server/offers.ts";
import { whoSeesTo } from "#lib/ownership/server/who-sees-to.ts";
import { type HandoverView, handoverViewSchema } from "#lib/publishing/handover/view.ts";

async function mayEdit(viewer: Viewer, slug: string): Promise<boolean> {
  try {
    await requireEditableTool(viewer, slug);
    return true;
  } catch (error) {
    if (isAppError(error) && (error.code === "not-found" || error.code === "refused-by-policy")) return false;
    throw error;
  }
}

/**
 * The tool for those who see to its people: whoever edits it, the lead of its domain, administrators, and the one whom it
 * is offered to, who may not see more of it yet. For anybody else as `requireEditableTool`.
 */
async function requireHeld(viewer: Viewer, slug: string) {
  const tool = await unsafeHeldTool({ slug });
  if (!tool) throw notFound("The tool");
  const offers = await offersOf(viewer, tool.id);
  const isReceiver = offers.open?.to.owner?.id === viewer.id;
  if (!isReceiver && !seesTo(viewer, tool.domainId)) {
    await requireEditableTool(viewer, slug);
    return { tool, offers, isReceiver, edits: true };
  }
  return { tool, offers, isReceiver, edits: await mayEdit(viewer, slug) };
}

function mayOf(viewer: Viewer, tool: HeldTool) {
  const isOwner = tool.owner?.id === viewer.id;
  return {
    offer: mayHandOver(viewer, tool) && !(isOrphan(tool) && seesTo(viewer, tool.domainId)),
    assign: isOrphan(tool) && seesTo(viewer, tool.domainId),
    nameDeputy: isOwner,
    stepDown: !isOwner && mayChangeDeputy(viewer, tool, null),
    confirm: isOwner || tool.deputy?.id === viewer.id,
  };
}

/** Who a tool is with and what is under way about it. */
export async function handoverView(viewer: Viewer, slug: string): Promise<HandoverView> {
  const { tool, offers, isReceiver, edits } = await requireHeld(viewer, slug);
  const [purpose, seers] = await Promise.all([unsafePurposeOf(tool.id), whoSeesTo([tool.domainId])]);
  const knowsMore = edits || seesTo(viewer, tool.domainId);
  const may = mayOf(viewer, tool);
  return handoverViewSchema.parse({
    tool: { ...tool, purpose },
    owner: tool.owner,
    deputy: tool.deputy,
    isOrphan: isOrphan(tool),
    seers: seers.get(tool.domainId) ?? [],
    confirmation: {
      lastConfirmedAt: tool.confirmedAt?.toISOString() ?? null,
      dueAt: confirmationDueAt(tool).toISOString(),
      stage: confirmationStage(tool, now()),
    },
    offer: offers.open,
    history: knowsMore ? offers.history : [],
    may: {
      ...may,
      edit: edits,
      offer: may.offer && !offers.open,
      answer: isReceiver,
      withdraw: offers.open !== null && (offers.offeredById === viewer.id || mayHandOver(viewer, tool)),
    },
  });
}
