import "server-only";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { Confirmation } from "#lib/ownership/answer.ts";
import { confirmOwnership } from "#lib/ownership/server/confirm-ownership.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";

/** Only those who are named confirm; a colleague or a lead who may edit cannot say it for them. */
export function mayConfirm(viewer: Viewer, facts: ToolFacts): boolean {
  return facts.ownerId === viewer.id || facts.deputyId === viewer.id;
}

/** The owner or the deputy confirms a tool's entry. */
export async function confirmTool(viewer: Viewer, slug: string): Promise<Confirmation> {
  const tool = await requireEditableTool(viewer, slug);
  if (!mayConfirm(viewer, tool.facts)) {
    throw new AppError("forbidden", "Only the tool's owner and deputy confirm its entry.", {
      mend: "Ask one of them; the tool's page names both.",
    });
  }
  const confirmation = await confirmOwnership(viewer, tool);
  await rateSoon(tool.id, "ownership-confirmed");
  await catalogChanged();
  return confirmation;
}
