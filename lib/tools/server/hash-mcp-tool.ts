import "server-only";
import { hashJson } from "#lib/canonical-hash.ts";
import type { JsonObject } from "#lib/tools/json-object.ts";

/** All that a model or a person relies on; icons and `_meta` may change without a review. */
const contract = ["name", "title", "description", "inputSchema", "outputSchema", "annotations"];

/** The hash of an MCP tool's contract as it is listed, to which a reviewed operation is pinned. */
export function hashMcpTool(tool: JsonObject): string {
  return hashJson(Object.fromEntries(contract.map((name) => [name, tool[name]])));
}
