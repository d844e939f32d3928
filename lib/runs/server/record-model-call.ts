import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { transaction } from "#lib/db/transaction.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { ModelFailureCode } from "#lib/models/failure.ts";
import { modelStanding } from "#lib/models/server/model-health.ts";
import type { WritingModel } from "#lib/routing/server/resolve-model.ts";
import type { Attempt } from "#lib/runs/server/model-attempt.ts";
import { countModelCall, countModelPause } from "#lib/telemetry/server/metrics.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";
import type { CallPlace } from "#lib/tools/call.ts";

/** How the call of one model ended, all its attempts together. */
export type EndedCall = {
  /** Null when the call was stopped, or failed on our side. */
  readonly last: Attempt | null;
  readonly isStopped: boolean;
  readonly durationMs: number;
  /** Why the attempts before the last one failed. */
  readonly failedBefore: readonly ModelFailureCode[];
  /** The model that is asked in its place, or null. */
  readonly next: string | null;
  /** What this call did to the model's breaker. */
  readonly change: "paused" | "resumed" | null;
};

const weft = { kind: "system", name: "Weft" } as const;

function targetOf(model: WritingModel) {
  return { kind: "model", id: model.id, name: `${model.provider}/${model.name}` } as const;
}

function about(viewer: Viewer, place: CallPlace, model: WritingModel) {
  return {
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: targetOf(model),
    ...(place.conversationId ? { conversationId: place.conversationId } : {}),
    ...(place.runId ? { runId: place.runId } : {}),
  } as const;
}

/** The intent is in the trail before anything goes out. */
export async function recordCallStart(
  viewer: Viewer,
  place: CallPlace,
  model: WritingModel,
  tools: number,
): Promise<void> {
  await recordEvent({
    type: "model.call-started",
    ...about(viewer, place, model),
    outcome: "intended",
    details: { channel: place.channel, tools },
  });
}

/** The administrators read in the trail when a model was left alone, why, and when it came back. */
async function recordBreaker(model: WritingModel, ended: EndedCall): Promise<void> {
  if (ended.change === null) return;
  const standing = modelStanding(model.id);
  const isPaused = ended.change === "paused" && standing.is === "open";
  if (isPaused) countModelPause(model.provider, model.name);
  await recordEvent({
    type: isPaused ? "model.paused" : "model.resumed",
    actor: weft,
    target: targetOf(model),
    ...(isPaused
      ? {
          reason: standing.why.message,
          details: { errorCode: standing.why.code, until: new Date(standing.until).toISOString() },
        }
      : {}),
  });
}

/** The outcome of a model's call, with its tokens, for the trail, the ledger and the metrics. */
export async function recordCallEnd(
  viewer: Viewer,
  place: CallPlace,
  model: WritingModel,
  ended: EndedCall,
): Promise<void> {
  const { last, failedBefore, isStopped, durationMs, next } = ended;
  const failure = last?.failure?.is ?? null;
  const status = isStopped ? "stopped" : last && !failure ? "succeeded" : "failed";
  countModelCall(model.provider, status, durationMs);
  await transaction(async () => {
    await recordUsage({
      kind: "model",
      channel: place.channel,
      personId: viewer.id,
      teamId: viewer.teamId,
      modelId: model.id,
      outcome: status,
      errorCode: failure?.code ?? null,
      errorMessage: failure?.message ?? null,
      durationMs,
      tokensIn: last?.tokensIn ?? 0,
      tokensOut: last?.tokensOut ?? 0,
      tokensCached: last?.tokensCached ?? 0,
      firstTokenMs: last?.firstTokenMs ?? null,
      conversationId: place.conversationId ?? null,
      runId: place.runId ?? null,
    });
    await recordEvent({
      type: "model.called",
      ...about(viewer, place, model),
      outcome: status === "succeeded" ? "succeeded" : "failed",
      ...(failure
        ? { reason: failure.message }
        : status === "stopped"
          ? { reason: "The person stopped it." }
          : {}),
      details: {
        channel: place.channel,
        status,
        attempts: failedBefore.length + 1,
        durationMs: Math.round(durationMs),
        firstTokenMs: last?.firstTokenMs == null ? null : Math.round(last.firstTokenMs),
        tokensIn: last?.tokensIn ?? 0,
        tokensOut: last?.tokensOut ?? 0,
        ...(failure ? { errorCode: failure.code } : {}),
        ...(failedBefore.length > 0 ? { failedBefore: [...failedBefore] } : {}),
        ...(next ? { next } : {}),
      },
    });
    await recordBreaker(model, ended);
  });
}
