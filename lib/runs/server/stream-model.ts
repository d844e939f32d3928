import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { transaction } from "#lib/db/transaction.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { ModelFailure } from "#lib/models/failure.ts";
import { retryWait } from "#lib/models/retry-wait.ts";
import { modelLimits } from "#lib/models/server/model-limits.ts";
import { type Attempt, attemptModel, type ModelRequest } from "#lib/runs/server/model-attempt.ts";
import { countModelCall } from "#lib/telemetry/server/metrics.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";
import type { CallPlace } from "#lib/tools/call.ts";

export type ModelTurn = Pick<
  Attempt,
  "messages" | "calls" | "text" | "isCutAtLimit" | "tokensIn" | "tokensOut"
>;

/** A model call that failed; `text` was already shown. */
export class ModelCallError extends Error {
  readonly failure: ModelFailure;
  readonly text: string;
  constructor(failure: ModelFailure, text: string, cause: unknown) {
    super(failure.message, { cause });
    this.name = "ModelCallError";
    this.failure = failure;
    this.text = text;
  }
}

/** `last` is null when the call was stopped, or failed on our side. */
type Ended = {
  readonly attempts: number;
  readonly last: Attempt | null;
  readonly isStopped: boolean;
  readonly durationMs: number;
};

function aboutCall(viewer: Viewer, place: CallPlace, { model }: ModelRequest) {
  return {
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "model", id: model.id, name: `${model.provider}/${model.name}` },
    ...(place.conversationId ? { conversationId: place.conversationId } : {}),
    ...(place.runId ? { runId: place.runId } : {}),
  } as const;
}

async function recordEnd(
  viewer: Viewer,
  place: CallPlace,
  request: ModelRequest,
  ended: Ended,
): Promise<void> {
  const { last, attempts, isStopped, durationMs } = ended;
  const { model } = request;
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
      conversationId: place.conversationId ?? null,
      runId: place.runId ?? null,
    });
    await recordEvent({
      type: "model.called",
      ...aboutCall(viewer, place, request),
      outcome: status === "succeeded" ? "succeeded" : "failed",
      ...(failure
        ? { reason: failure.message }
        : status === "stopped"
          ? { reason: "The person stopped it." }
          : {}),
      details: {
        channel: place.channel,
        status,
        attempts,
        durationMs: Math.round(durationMs),
        firstTokenMs: last?.firstTokenMs == null ? null : Math.round(last.firstTokenMs),
        tokensIn: last?.tokensIn ?? 0,
        tokensOut: last?.tokensOut ?? 0,
        ...(failure ? { errorCode: failure.code } : {}),
      },
    });
  });
}

/**
 * One answer of a model, streamed to `onText`. The intent is in the trail before anything goes out, the outcome with
 * its tokens after. A failure that may pass is tried once more, as long as nothing was shown. Throws ModelCallError
 * when the server fails, or the signal's reason when stopped.
 */
export async function streamModel(
  viewer: Viewer,
  place: CallPlace,
  request: ModelRequest,
  onText: (delta: string) => void,
  signal: AbortSignal,
): Promise<ModelTurn> {
  const details = { channel: place.channel, tools: request.tools.length };
  await recordEvent({
    type: "model.call-started",
    ...aboutCall(viewer, place, request),
    outcome: "intended",
    details,
  });
  const startedAt = performance.now();
  let attempts = 0;
  let last: Attempt | null = null;
  try {
    for (;;) {
      attempts += 1;
      const attempt = await attemptModel(request, onText, signal);
      const failure = attempt.failure?.is;
      const wait =
        failure && attempt.firstTokenMs === null
          ? retryWait({
              attempt: attempts,
              ...failure,
              longestMs: modelLimits().longestRetryMs,
              random: Math.random(),
            })
          : null;
      if (wait === null) {
        last = attempt;
        break;
      }
      await pause(wait, undefined, { signal });
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    await recordEnd(viewer, place, request, {
      isStopped: last === null && signal.aborted,
      attempts,
      last,
      durationMs: performance.now() - startedAt,
    });
  }
  if (last.failure) throw new ModelCallError(last.failure.is, last.text, last.failure.cause);
  return last;
}
