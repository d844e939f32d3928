import "server-only";
import { AppError, isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { isOrphan, seesTo } from "#lib/ownership/hands.ts";
import { type HeldTool, unsafeHeldTools } from "#lib/ownership/server/held-tools.ts";
import { offerTool } from "#lib/ownership/server/offer-tool.ts";
import { offeredToolIds } from "#lib/ownership/server/offers.ts";
import { requireReceivers } from "#lib/ownership/server/receivers.ts";
import type { ReceiverInput } from "#lib/ownership/transfer.ts";
import type {
  PlannedTool,
  ReassignedTool,
  Reassignment,
  ReassignmentPreview,
} from "#lib/publishing/handover/reassignment.ts";
import { assignTool } from "#lib/publishing/server/hand-over-tool.ts";
import { mayReadHealth } from "#lib/publishing/server/ownership-health.ts";

/** The tools in their order, as far as the viewer sees to them; the others do not exist for them. */
async function toolsInOrder(viewer: Viewer, ids: readonly string[]): Promise<(HeldTool | undefined)[]> {
  if (!mayReadHealth(viewer)) {
    throw new AppError("forbidden", "Only administrators and leads of domains hand over many tools at once.");
  }
  const all = await unsafeHeldTools(viewer.roles.includes("admin") ? null : viewer.leadOf);
  const byId = new Map(all.filter(({ domainId }) => seesTo(viewer, domainId)).map((tool) => [tool.id, tool]));
  return ids.map((id) => byId.get(id));
}

const unknown = (toolId: string) => ({
  toolId,
  name: toolId.slice(0, 8),
  problem: "This tool was not found.",
});

function planOf(tool: HeldTool, to: ReceiverInput, offered: ReadonlySet<string>): PlannedTool {
  const { id: toolId, name } = tool;
  if (isOrphan(tool)) return { toolId, name, way: "assign", problem: null };
  if (tool.owner?.id === to.ownerId && tool.team?.id === to.teamId)
    return { toolId, name, way: null, problem: `${tool.owner.name} owns it already.` };
  if (offered.has(tool.id)) return { toolId, name, way: null, problem: "It is offered to somebody already." };
  return { toolId, name, way: "offer", problem: null };
}

/** What would become of each of the tools; nothing is changed. */
export async function previewReassignment(
  viewer: Viewer,
  input: ReassignmentPreview,
): Promise<PlannedTool[]> {
  const ids = [...new Set(input.toolIds)];
  const [tools, offered] = await Promise.all([toolsInOrder(viewer, ids), offeredToolIds()]);
  await requireReceivers(input);
  return ids.map((toolId, at) => {
    const tool = tools[at];
    return tool ? planOf(tool, input, offered) : { ...unknown(toolId), way: null };
  });
}

async function handOver(
  viewer: Viewer,
  tool: HeldTool,
  way: "assign" | "offer",
  input: Reassignment,
): Promise<ReassignedTool> {
  const { tools: _, ...offer } = input;
  const about = { toolId: tool.id, name: tool.name };
  if (way !== (isOrphan(tool) ? "assign" : "offer")) {
    const problem = "Who answers for it has changed since the preview.";
    return { ...about, outcome: "not-done", problem };
  }
  try {
    if (way === "assign") await assignTool(viewer, tool, offer);
    else await offerTool(viewer, tool, offer);
    return { ...about, outcome: way === "assign" ? "assigned" : "offered", problem: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ...about, outcome: "not-done", problem: error.message };
  }
}

/** Hands over many tools: each whole or not at all, with what became of it. */
export async function reassignTools(viewer: Viewer, input: Reassignment): Promise<ReassignedTool[]> {
  const wanted = [...new Map(input.tools.map((one) => [one.toolId, one])).values()];
  const tools = await toolsInOrder(
    viewer,
    wanted.map(({ toolId }) => toolId),
  );
  await requireReceivers(input);
  const results: ReassignedTool[] = [];
  for (const [at, { toolId, way }] of wanted.entries()) {
    const tool = tools[at];
    results.push(
      tool ? await handOver(viewer, tool, way, input) : { ...unknown(toolId), outcome: "not-done" },
    );
  }
  return results;
}
