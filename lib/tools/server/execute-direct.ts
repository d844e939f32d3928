import "server-only";
import type { HttpBinding, KnowledgeBinding, McpBinding } from "#lib/catalog/operation.ts";
import { processEgress } from "#lib/http/egress-of-process.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { answerFromSources } from "#lib/knowledge/server/answer-from-sources.ts";
import { requestContext } from "#lib/request-context.ts";
import { readSecret } from "#lib/secrets/secret-store.ts";
import type { SecretValues } from "#lib/tools/build-http-request.ts";
import type { CallableOperation, StoredCall } from "#lib/tools/call.ts";
import { failedCall } from "#lib/tools/explain-error.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { askIfContractIsStale } from "#lib/tools/server/ask-for-contract-check.ts";
import type { CallContext } from "#lib/tools/server/call-context.ts";
import { runHttp } from "#lib/tools/server/run-http.ts";
import { runMcp } from "#lib/tools/server/run-mcp.ts";
import { suspendAtCall } from "#lib/tools/server/suspend-at-call.ts";
import { withBreaker } from "#lib/tools/server/with-breaker.ts";

async function secretsOf(
  operation: CallableOperation,
  binding: HttpBinding | McpBinding,
): Promise<SecretValues> {
  const names = binding.security.map((requirement) => requirement.secretName);
  const values = await Promise.all(names.map((name) => readSecret("tool", operation.tool.id, name)));
  return Object.fromEntries(
    names.flatMap((name, at) => (values[at] === undefined ? [] : [[name, values[at]]])),
  );
}

async function runKnowledge(
  binding: KnowledgeBinding,
  args: StoredCall["arguments"],
): Promise<ToolCallOutcome> {
  const startedAt = performance.now();
  const question = typeof args.question === "string" ? args.question : "";
  const content = await answerFromSources({
    question,
    sourceIds: binding.sourceIds,
    limit: binding.maxPassages,
  });
  const bytes = Buffer.byteLength(JSON.stringify(content));
  return {
    status: "succeeded",
    result: { content, truncated: false, bytes, contentType: "application/json" },
    durationMs: performance.now() - startedAt,
    attempts: 1,
  };
}

/** Runs, for the viewer, the kinds that need neither a model nor other tools: http, mcp, knowledge and link. */
export async function executeDirect(
  viewer: Viewer,
  call: StoredCall,
  signal: AbortSignal,
): Promise<ToolCallOutcome> {
  const { operation } = call;
  const { binding } = operation;
  if (binding.kind === "knowledge") return runKnowledge(binding, call.arguments);
  if (binding.kind === "link") {
    return {
      ...failedCall("refused", `${operation.tool.name} runs elsewhere.`, `Open it at ${binding.url}.`),
      durationMs: 0,
      attempts: 0,
    };
  }
  if (binding.kind !== "http" && binding.kind !== "mcp")
    throw new Error(`${binding.kind} does not run directly`);
  const requestId = requestContext()?.requestId;
  const context: CallContext = {
    egress: processEgress(),
    secrets: await secretsOf(operation, binding),
    signal,
    viewer: { id: viewer.id, email: viewer.email, name: viewer.name },
    idempotencyKey: call.id,
    // A draft says nothing about the operation that serves.
    ...(operation.isDraft
      ? {}
      : {
          onContractChange: (listed: Readonly<Record<string, unknown>> | null) =>
            suspendAtCall(operation, listed),
        }),
    ...(requestId ? { requestId } : {}),
  };
  if (binding.kind === "http" && !operation.isDraft) void askIfContractIsStale(operation.tool.id);
  const run = () =>
    binding.kind === "http"
      ? runHttp({ ...operation, binding }, call.arguments, context)
      : runMcp({ ...operation, binding }, call.arguments, context);
  return operation.isDraft ? run() : withBreaker(operation.tool.id, run);
}
