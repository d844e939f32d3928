import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { transaction } from "#lib/db/transaction.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import { storeSecret } from "#lib/secrets/secret-store.ts";

/** Keeps the value of a tool's secret, sealed; an empty value removes it. It is never read back by anybody. */
export async function keepSecret(viewer: Viewer, slug: string, name: string, value: string): Promise<void> {
  const tool = await requireDraftTool(viewer, slug);
  await transaction(async () => {
    await storeSecret("tool", tool.id, name, value);
    await recordEvent({
      type: value === "" ? "tool.secret-removed" : "tool.secret-kept",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: tool.name },
      domainId: tool.domainId,
      details: { secret: name },
    });
  });
}
