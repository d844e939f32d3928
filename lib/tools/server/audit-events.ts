import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { hashJson } from "#lib/canonical-hash.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { CallPlace, StoredCall } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";

function common(viewer: Viewer, call: StoredCall, place: CallPlace) {
  const { operation } = call;
  return {
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: operation.tool.id, name: operation.tool.name },
    domainId: operation.tool.domainId,
    callId: call.id,
    ...(place.conversationId ? { conversationId: place.conversationId } : {}),
    ...(place.runId ? { runId: place.runId } : {}),
  } as const;
}

/** The intent, committed before anything goes out. */
export async function recordCallIntended(viewer: Viewer, call: StoredCall, place: CallPlace): Promise<void> {
  await recordEvent({
    type: "tool.call-started",
    ...common(viewer, call, place),
    outcome: "intended",
    details: {
      operation: call.operation.name,
      version: call.operation.version,
      channel: place.channel,
      argumentsHash: hashJson(call.arguments),
      dataClass: call.operation.tool.dataClass,
      readOnly: call.operation.annotations.readOnly,
    },
  });
}

export async function recordCallFinished(
  viewer: Viewer,
  call: StoredCall,
  place: CallPlace,
  outcome: ToolCallOutcome,
): Promise<void> {
  await recordEvent({
    type: "tool.called",
    ...common(viewer, call, place),
    outcome:
      outcome.status === "succeeded" ? "succeeded" : outcome.status === "refused" ? "refused" : "failed",
    ...(outcome.error ? { reason: outcome.error.message } : {}),
    details: {
      operation: call.operation.name,
      version: call.operation.version,
      channel: place.channel,
      status: outcome.status,
      durationMs: Math.round(outcome.durationMs),
      attempts: outcome.attempts,
      resultBytes: outcome.result?.bytes ?? 0,
      ...(outcome.error ? { errorCode: outcome.error.code } : {}),
    },
  });
}
