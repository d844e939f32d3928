import "server-only";
import type { AuditEventInput } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { Viewer } from "#lib/identity/schema.ts";

type DocsEvent = "docs.image-added" | "docs.image-removed" | "docs.feedback-given" | "docs.feedback-changed";

/** Writes to the trail what somebody did with the docs of a tool. */
export async function recordDocsEvent(
  viewer: Viewer,
  type: DocsEvent,
  tool: { readonly id: string; readonly name: string; readonly domainId: string },
  more: Pick<AuditEventInput, "changes" | "details">,
): Promise<void> {
  await recordEvent({
    type,
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: tool.id, name: tool.name },
    domainId: tool.domainId,
    ...more,
  });
}
