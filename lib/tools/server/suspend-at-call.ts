import "server-only";
import type { OperationContent } from "#lib/catalog/operation.ts";
import { contentOfVersion, unsafeEntry } from "#lib/catalog/server/repository.ts";
import { contentOf } from "#lib/catalog/server/tool-content.ts";
import { log } from "#lib/log.ts";
import type { CallableOperation } from "#lib/tools/call.ts";
import type { JsonObject } from "#lib/tools/json-object.ts";
import { reviewedDefinition } from "#lib/tools/reviewed-definition.ts";
import { hashMcpTool } from "#lib/tools/server/hash-mcp-tool.ts";
import { pinnedHash } from "#lib/tools/server/pinned-hash.ts";
import { suspendOperation } from "#lib/tools/server/suspend-operation.ts";

async function servedNow(toolId: string, operationName: string): Promise<OperationContent | undefined> {
  const entry = await unsafeEntry({ id: toolId });
  const rows = entry?.currentVersion ? await contentOfVersion(entry.currentVersion.id) : [];
  const row = rows.find(({ name }) => name === operationName);
  return row && contentOf(row);
}

/**
 * Suspends an MCP operation of which a call has found another definition than the reviewed one, or none. A call that
 * began under an older release proves nothing about the one that serves now. Never throws: the call has its own answer.
 */
export async function suspendAtCall(operation: CallableOperation, listed: JsonObject | null): Promise<void> {
  try {
    const served = await servedNow(operation.tool.id, operation.name);
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
