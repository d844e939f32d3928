import "server-only";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { jsonSchema, type ModelMessage, streamText, type ToolSet, tool } from "ai";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { describeFailure, type ModelFailure } from "#lib/models/server/describe-failure.ts";
import { modelLimits } from "#lib/models/server/language-model.ts";
import type { ResolvedModel } from "#lib/routing/server/resolve-model.ts";
import { countModelCall } from "#lib/telemetry/server/metrics.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";
import type { CallPlace } from "#lib/tools/call.ts";

export type OfferedTool = {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Record<string, unknown>;
};
export type WantedCall = { readonly toolCallId: string; readonly toolName: string; readonly input: unknown };

export type ModelTurn = {
  /** Messages to add to the conversation, in the AI SDK's form. */
  readonly messages: readonly ModelMessage[];
  readonly calls: readonly WantedCall[];
  readonly text: string;
};

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

type Request = {
  readonly model: ResolvedModel & { readonly languageModel: LanguageModelV4 };
  readonly instructions: string;
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly OfferedTool[];
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
};

function toToolSet(tools: readonly OfferedTool[]): ToolSet {
  return Object.fromEntries(
    tools.map((offered) => [
      offered.name,
      tool({
        description: offered.description,
        inputSchema: jsonSchema(offered.inputSchema as Parameters<typeof jsonSchema>[0]),
      }),
    ]),
  );
}

/** Aborts when the server is silent too long: 20 s before the first token, 30 s between two. */
function silenceGuard(signal: AbortSignal): {
  readonly signal: AbortSignal;
  heard: () => void;
  end: () => void;
} {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(
      () =>
        controller.abort(
          new AppError("upstream-timeout", "The model server fell silent.", { mend: "Try again." }),
        ),
      milliseconds,
    );
  };
  wait(modelLimits.firstTokenMs);
  return {
    signal: AbortSignal.any([signal, controller.signal]),
    heard: () => wait(modelLimits.idleMs),
    end: () => clearTimeout(timer),
  };
}

/**
 * One answer of a model, streamed to `onText`. The intent is in the trail before anything goes out, the outcome
 * with its tokens after. Throws ModelCallError when the server fails, or the signal's reason when stopped.
 */
export async function streamModel(
  viewer: Viewer,
  place: CallPlace,
  request: Request,
  onText: (delta: string) => void,
  signal: AbortSignal,
): Promise<ModelTurn> {
  const { model } = request;
  const about = {
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "model", id: model.id, name: `${model.provider}/${model.name}` },
    ...(place.conversationId ? { conversationId: place.conversationId } : {}),
    ...(place.runId ? { runId: place.runId } : {}),
  } as const;
  await recordEvent({
    type: "model.call-started",
    ...about,
    outcome: "intended",
    details: { channel: place.channel, tools: request.tools.length },
  });
  const startedAt = performance.now();
  const guard = silenceGuard(signal);
  let text = "";
  let firstTokenMs: number | null = null;
  let tokens = { in: 0, out: 0 };
  let failure: ModelFailure | null = null;
  try {
    const result = streamText({
      model: model.languageModel,
      instructions: request.instructions,
      messages: [...request.messages],
      ...(request.tools.length > 0 && model.callsTools ? { tools: toToolSet(request.tools) } : {}),
      ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
      ...(request.maxOutputTokens === undefined ? {} : { maxOutputTokens: request.maxOutputTokens }),
      maxRetries: 1,
      abortSignal: guard.signal,
      onError: () => undefined,
    });
    const calls: WantedCall[] = [];
    let isFinished = false;
    for await (const part of result.fullStream) {
      guard.heard();
      if (part.type === "text-delta") {
        firstTokenMs ??= performance.now() - startedAt;
        text += part.text;
        onText(part.text);
      } else if (part.type === "tool-call") {
        calls.push({ toolCallId: part.toolCallId, toolName: part.toolName, input: part.input });
      } else if (part.type === "finish") {
        isFinished = part.finishReason !== "error" && part.finishReason !== "other";
        tokens = { in: part.totalUsage.inputTokens ?? 0, out: part.totalUsage.outputTokens ?? 0 };
      } else if (part.type === "error") {
        throw part.error;
      } else if (part.type === "abort") {
        throw guard.signal.reason;
      }
    }
    if (!isFinished)
      throw new AppError("upstream-failed", "The model server cut its answer.", { mend: "Try again." });
    const response = await result.response;
    return { messages: response.messages, calls, text };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    failure = describeFailure(guard.signal.aborted ? guard.signal.reason : error, model.displayName);
    throw new ModelCallError(failure, text, error);
  } finally {
    guard.end();
    const durationMs = performance.now() - startedAt;
    const outcome = failure ? "failed" : signal.aborted ? "stopped" : "succeeded";
    countModelCall(model.provider, outcome, durationMs);
    await transaction(async () => {
      await recordUsage({
        kind: "model",
        channel: place.channel,
        personId: viewer.id,
        teamId: viewer.teamId,
        modelId: model.id,
        outcome,
        errorCode: failure?.code ?? null,
        errorMessage: failure?.message ?? null,
        durationMs,
        tokensIn: tokens.in,
        tokensOut: tokens.out,
        conversationId: place.conversationId ?? null,
        runId: place.runId ?? null,
      });
      await recordEvent({
        type: "model.called",
        ...about,
        outcome: failure ? "failed" : "succeeded",
        ...(failure ? { reason: failure.message } : {}),
        details: {
          channel: place.channel,
          status: outcome,
          durationMs: Math.round(durationMs),
          firstTokenMs: firstTokenMs === null ? null : Math.round(firstTokenMs),
          tokensIn: tokens.in,
          tokensOut: tokens.out,
          ...(failure ? { errorCode: failure.code } : {}),
        },
      });
    });
  }
}
