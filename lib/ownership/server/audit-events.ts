import "server-only";
import type { Actor, AuditEventInput } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { HeldTool } from "#lib/ownership/server/held-tool-repository.ts";

/** The portal itself, for what time brings about. */
export const portal: Actor = { kind: "system", name: "Weft" };

export const asActor = ({ id, name }: { readonly id: string; readonly name: string }): Actor => ({
  kind: "person",
  id,
  name,
});

type Kind =
  | "transfer.offered"
  | "transfer.accepted"
  | "transfer.declined"
  | "transfer.withdrawn"
  | "transfer.expired"
  | "tool.ownership-changed"
  | "tool.deputy-changed"
  | "tool.orphaned";

export async function recordToolEvent(
  type: Kind,
  actor: Actor,
  tool: Pick<HeldTool, "id" | "name" | "domainId">,
  rest: Pick<AuditEventInput, "changes" | "details" | "reason"> = {},
): Promise<void> {
  const target = { kind: "tool", id: tool.id, name: tool.name };
  await recordEvent({ type, actor, target, domainId: tool.domainId, ...rest });
}

/** Who a tool is with, as the trail keeps it. */
export function handsForTrail(tool: Pick<HeldTool, "team" | "owner" | "deputy" | "domainId">) {
  return {
    teamId: tool.team?.id ?? null,
    ownerId: tool.owner?.id ?? null,
    deputyId: tool.deputy?.id ?? null,
    domainId: tool.domainId,
  };
}
