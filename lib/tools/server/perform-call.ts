import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { log } from "#lib/log.ts";
import { countToolCall } from "#lib/telemetry/server/metrics.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";
import type { CallPlace, StoredCall } from "#lib/tools/call.ts";
import { failedCall } from "#lib/tools/explain-error.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { recordCallFinished } from "#lib/tools/server/audit-events.ts";
import { jsonOrNull, moveCall } from "#lib/tools/server/repository.ts";

export type Execute = (call: StoredCall, signal: AbortSignal) => Promise<ToolCallOutcome>;

function unexpected(error: unknown, startedAt: number, signal: AbortSignal): ToolCallOutcome {
  const ended = { durationMs: performance.now() - startedAt, attempts: 1 };
  if (signal.aborted)
    return { ...failedCall("stopped", "The call was stopped.", "Run it again if needed."), ...ended };
  log.error({ err: error }, "a tool call ended unexpectedly");
  return {
    status: "failed",
    error: {
      code: "internal",
      message: "The call ended unexpectedly on our side.",
      mend: "Try again. If it happens again, tell the administrators.",
    },
    ...ended,
  };
}

/**
 * Runs a stored call whose intent is in the trail, and writes its outcome: the call's row, the usage ledger and the
 * audit event in one transaction. Never throws for a failing tool. The text that was cut from a result is stored and not
 * handed back; it is read by page.
 */
export async function performCall(
  viewer: Viewer,
  call: StoredCall,
  place: CallPlace,
  execute: Execute,
  signal: AbortSignal,
): Promise<ToolCallOutcome> {
  const startedAt = performance.now();
  const { overflow, ...outcome } = await execute(call, signal).catch((error: unknown) =>
    unexpected(error, startedAt, signal),
  );
  countToolCall(call.operation.toolKind, outcome.status, outcome.durationMs);
  await transaction(async () => {
    await moveCall(viewer.id, call.id, "running", {
      status: outcome.status,
      result: jsonOrNull(outcome.result),
      // The one character that the database holds in no text.
      overflow: overflow?.replaceAll("\0", "\uFFFD") ?? null,
      error: jsonOrNull(outcome.error),
      durationMs: Math.round(outcome.durationMs),
      attempts: outcome.attempts,
      finishedAt: now(),
    });
    await recordUsage({
      kind: "tool",
      channel: place.channel,
      personId: viewer.id,
      teamId: viewer.teamId,
      domainId: call.operation.tool.domainId,
      toolId: call.operation.tool.id,
      versionId: call.operation.versionId,
      operationName: call.operation.name,
      outcome: outcome.status,
      errorCode: outcome.error?.code ?? null,
      errorMessage: outcome.error?.message ?? null,
      durationMs: outcome.durationMs,
      tokensIn: outcome.tokens?.in ?? 0,
      tokensOut: outcome.tokens?.out ?? 0,
      conversationId: place.conversationId ?? null,
      runId: place.runId ?? null,
      callId: call.id,
    });
    await recordCallFinished(viewer, call, place, outcome);
  });
  return outcome;
}
