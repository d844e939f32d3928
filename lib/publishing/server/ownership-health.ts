import "server-only";
import { now } from "#lib/clock.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { confirmationDueAt, confirmationStage } from "#lib/ownership/confirmation.ts";
import { unsafeHeldTools } from "#lib/ownership/server/held-tools.ts";
import { offeredToolIds } from "#lib/ownership/server/offers.ts";
import {
  type HealthPage,
  type HealthQuery,
  type HealthRow,
  healthPage,
  healthRowSchema,
  healthStatesOf,
} from "#lib/publishing/handover/health.ts";

/** Administrators see to the tools of all domains, leads to those of their own; nobody else has the list. */
export function mayReadHealth(viewer: Viewer): boolean {
  return viewer.roles.includes("admin") || viewer.leadOf.length > 0;
}

async function rowsFor(viewer: Viewer): Promise<HealthRow[]> {
  const domainIds = viewer.roles.includes("admin") ? null : viewer.leadOf;
  const [tools, offered] = await Promise.all([unsafeHeldTools(domainIds), offeredToolIds()]);
  const at = now();
  return tools.map((tool) => {
    const stage = confirmationStage(tool, at);
    return healthRowSchema.parse({
      ...tool,
      stage,
      dueAt: confirmationDueAt(tool).toISOString(),
      states: healthStatesOf({ ...tool, stage }, offered.has(tool.id)),
    });
  });
}

/** Who answers for the tools that the viewer sees to, and where nobody does. */
export async function ownershipHealth(viewer: Viewer, query: HealthQuery): Promise<HealthPage> {
  if (!mayReadHealth(viewer)) {
    throw new AppError(
      "forbidden",
      "Only administrators and leads of domains see who answers for all tools.",
    );
  }
  return healthPage(await rowsFor(viewer), query);
}
