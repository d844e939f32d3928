import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { DraftTool } from "#lib/publishing/server/tool-draft.ts";

type Source = { readonly id: string; readonly kind: string; readonly address: string | null };

/** What somebody did with a source of a tool's operations, in the transaction of the change. */
export async function recordSource(
  type: "contract.connected" | "contract.refreshed" | "contract.removed",
  viewer: Viewer,
  tool: DraftTool,
  source: Source,
  more: Readonly<Record<string, string | number | null>> = {},
): Promise<void> {
  await recordEvent({
    type,
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: tool.id, name: tool.name },
    domainId: tool.domainId,
    details: { contractId: source.id, kind: source.kind, address: source.address, ...more },
  });
}
