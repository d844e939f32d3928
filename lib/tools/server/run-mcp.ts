import "server-only";
import type { McpBinding } from "#lib/catalog/operation.ts";
import { isAppError } from "#lib/errors.ts";
import { type FailedCall, failedCall } from "#lib/tools/explain-error.ts";
import { sentenceOf } from "#lib/tools/explain-status.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";
import { readMcpResult, textOfContent } from "#lib/tools/mcp-result.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { type ReadResult, resultOfText } from "#lib/tools/read-result.ts";
import { redactSecrets } from "#lib/tools/redact-secrets.ts";
import {
  type CallContext,
  type RunnableOperation,
  refuseArguments,
  resultWarnings,
  standardResultBytes,
} from "#lib/tools/server/call-context.ts";
import { hashMcpTool } from "#lib/tools/server/hash-mcp-tool.ts";
import { explainMcpFailure } from "#lib/tools/server/mcp-errors.ts";
import { withMcpSession } from "#lib/tools/server/mcp-session.ts";
import { factOf } from "#lib/tools/viewer-facts.ts";

type Ended = FailedCall | ({ readonly status: "succeeded" } & ReadResult);

const tellOwner = "Tell the owner of the tool.";

async function findTool(
  tools: readonly JsonObject[],
  binding: McpBinding,
  { onContractChange }: CallContext,
): Promise<JsonObject | FailedCall> {
  const tool = tools.find((candidate) => candidate.name === binding.toolName);
  if (!tool) {
    // A server that lists nothing at all is in trouble, which is no reason to stop the operation for good.
    if (tools.length > 0) await onContractChange?.(null);
    const message = `The server does not offer "${binding.toolName}" any more.`;
    return failedCall("contract-changed", message, tellOwner);
  }
  if (hashMcpTool(tool) !== binding.definitionHash) {
    await onContractChange?.(tool);
    const message = "The tool's contract changed; its owner must review it.";
    return failedCall("contract-changed", message, "Ask the owner of the tool to review the new version.");
  }
  return tool;
}

function readEnd(result: JsonObject, context: CallContext): Ended {
  if (result.isError === true) {
    const said = sentenceOf(redactSecrets(textOfContent(result.content), context.secrets));
    const message = said ? `The tool did not succeed. It says: ${said}` : "The tool did not succeed.";
    return failedCall("rejected-by-tool", message, "Change the input and try again.");
  }
  const { text, contentType } = readMcpResult(result);
  const limit = context.maxResultBytes ?? standardResultBytes;
  const read = resultOfText(redactSecrets(text, context.secrets), contentType, limit);
  return read
    ? { status: "succeeded", ...read }
    : failedCall("unreadable-result", "The tool's answer cannot be read.", tellOwner);
}

async function attempt(binding: McpBinding, args: JsonObject, context: CallContext): Promise<Ended> {
  try {
    return await withMcpSession(binding, context, async (session) => {
      const found = await findTool(await session.listTools(), binding, context);
      if (isFailed(found)) return found;
      return readEnd(await session.callTool(found, args), context);
    });
  } catch (error) {
    if (context.signal?.aborted)
      return failedCall("stopped", "The call was stopped.", "Run it again if needed.");
    if (!isAppError(error) && !(error instanceof Error)) throw error;
    return explainMcpFailure(error);
  }
}

function filledInputs({ fill = {} }: McpBinding, { viewer }: CallContext): JsonObject {
  return Object.fromEntries(Object.entries(fill).map(([name, fact]) => [name, factOf(viewer, fact)]));
}

function isFailed(value: JsonObject | FailedCall): value is FailedCall {
  return isJsonObject(value.error) && "status" in value && "code" in value.error;
}

/**
 * Calls one tool of an MCP server, after checking that its definition is still the one that was reviewed. What
 * goes wrong is in the outcome. A second attempt is made where the operation is idempotent and the server was
 * not reached.
 */
export async function runMcp(
  operation: RunnableOperation<McpBinding>,
  args: unknown,
  context: CallContext,
): Promise<ToolCallOutcome> {
  const start = performance.now();
  const refused = refuseArguments(operation.inputSchema, args);
  if (refused) return { ...refused, durationMs: performance.now() - start, attempts: 0 };
  const mayRepeat = operation.annotations.idempotent || operation.annotations.readOnly;
  const input = { ...(isJsonObject(args) ? args : {}), ...filledInputs(operation.binding, context) };
  let attempts = 1;
  let ended = await attempt(operation.binding, input, context);
  if (mayRepeat && "error" in ended && ended.error.code === "tool-unreachable") {
    attempts = 2;
    ended = await attempt(operation.binding, input, context);
  }
  const warnings = "result" in ended ? resultWarnings(operation.outputSchema, ended.result) : {};
  return { ...ended, ...warnings, durationMs: performance.now() - start, attempts };
}
