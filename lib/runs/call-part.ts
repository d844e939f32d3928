import type { CallPart } from "#lib/runs/schema.ts";
import type { StoredCall } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";

/** A call as the thread shows it while it runs. */
export function callPart(
  call: StoredCall,
  facts: { readonly parentCallId: string | null; readonly note: string | null },
): CallPart {
  const { operation } = call;
  return {
    type: "call",
    callId: call.id,
    toolId: operation.tool.id,
    toolSlug: operation.toolSlug,
    toolName: operation.tool.name,
    toolKind: operation.toolKind,
    ownerTeam: operation.ownerTeam,
    operationName: operation.name,
    title: operation.title,
    status: "running",
    arguments: { ...call.arguments },
    isDestructive: operation.annotations.destructive,
    result: null,
    error: null,
    durationMs: null,
    ...facts,
  };
}

export function withOutcome(part: CallPart, outcome: ToolCallOutcome): CallPart {
  const { inputSchema: _inputSchema, ...rest } = part;
  return {
    ...rest,
    status: outcome.status,
    result: outcome.result ?? null,
    error: outcome.error ?? null,
    durationMs: Math.round(outcome.durationMs),
  };
}
