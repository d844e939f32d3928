import "server-only";
import type { AuditEventInput } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { RatedTool } from "#lib/trust/server/rated-tool.ts";

type TrustEvent =
  | "review.recorded"
  | "docs.verified"
  | "trust.disputed"
  | "trust.dispute-settled"
  | "trust.exempted"
  | "trust.exemption-ended";

/** Writes what somebody did about the evidence of a tool. */
export async function recordTrustEvent(
  viewer: Viewer,
  type: TrustEvent,
  tool: Pick<RatedTool, "id" | "name" | "domainId">,
  more: Pick<AuditEventInput, "reason" | "changes" | "details">,
): Promise<void> {
  await recordEvent({
    type,
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: tool.id, name: tool.name },
    domainId: tool.domainId,
    ...more,
  });
}
