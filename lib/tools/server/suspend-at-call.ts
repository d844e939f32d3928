import "server-only";
import { unsafeServedTool } from "#lib/catalog/server/unsafe-served-tool.ts";
import { log } from "#lib/log.ts";
import type { CallableOperation } from "#lib/tools/call.ts";
import type { JsonObject } from "#lib/tools/json-object.ts";
import { reviewedDefinition } from "#lib/tools/reviewed-definition.ts";
import { hashMcpTool } from "#lib/tools/server/hash-mcp-tool.ts";
import { pinnedHash } from "#lib/tools/server/pinned-hash.ts";
import { suspendOperation } from "#lib/tools/server/suspend-operation.ts";

/**
 * Suspends an MCP operation of which a call has found another definition than the reviewed one, or none. A call that
 * began under an older release proves nothing about the one that serves now. Never throws: the call has its own answer.
 */
export async function suspendAtCall(operation: CallableOperation, listed: JsonObject | null): Promise<void> {
  try {
    const tool = await unsafeServedTool(operation.tool.id);
    const served = tool?.operations.find(({ name }) => name === operation.name);
    const afterHash = listed && hashMcpTool(listed);
    if (served?.binding.kind !== "mcp" || pinnedHash(served) === afterHash) return;
    await suspendOperation(operation.tool.id, operation.name, {
      reason: listed ? "changed" : "removed",
      before: reviewedDefinition(served),
      after: listed,
      afterHash,
      foundBy: "call",
    });
  } catch (error) {
    log.error({ err: error, toolId: operation.tool.id }, "a changed operation could not be suspended");
  }
}
