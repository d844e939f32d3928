import "server-only";
import { jsonSchema, type ModelMessage, streamText, type TextStreamPart, type ToolSet, tool } from "ai";
import { AppError } from "#lib/errors.ts";
import { type ModelFailure, type ModelFailureCode, modelFailure } from "#lib/models/failure.ts";
import { describeFailure } from "#lib/models/server/describe-failure.ts";
import { type ModelLimits, modelLimits } from "#lib/models/server/model-limits.ts";
import type { WritingModel } from "#lib/routing/server/resolve-model.ts";

export type OfferedTool = {
  readonly name: string;
  readonly description: string;
  /** A JSON Schema of an object. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
};
export type WantedCall = { readonly toolCallId: string; readonly toolName: string; readonly input: unknown };

export type ModelRequest = {
  readonly model: WritingModel;
  readonly instructions: string;
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly OfferedTool[];
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
};

/** What one attempt came to. */
export type Attempt = {
  /** What was handed on as it came, whether the attempt failed or not. */
  readonly text: string;
  readonly calls: readonly WantedCall[];
  /** The model's own messages, in the AI SDK's form. */
  readonly messages: readonly ModelMessage[];
  /** The model stopped because its own limit was reached. */
  readonly isCutAtLimit: boolean;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Of the tokens in, those that the server had already read. */
  readonly tokensCached: number;
  readonly firstTokenMs: number | null;
  readonly failure: { readonly is: ModelFailure; readonly cause: unknown } | null;
};

type Draft = { -readonly [K in keyof Attempt]: Attempt[K] } & { calls: WantedCall[] };

function toToolSet(tools: readonly OfferedTool[]): ToolSet {
  return Object.fromEntries(
    tools.map(({ name, description, inputSchema }) => [
      name,
      tool({ description, inputSchema: jsonSchema({ ...inputSchema }) }),
    ]),
  );
}

/** Aborts when the server is silent too long, before its first word or between two, or writes for too long. */
function silenceGuard(stopped: AbortSignal, limits: ModelLimits, leftMs: number) {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = (message: string) => () => controller.abort(new AppError("upstream-timeout", message));
  const whole = setTimeout(late("The model server took too long."), leftMs);
  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(late("The model server fell silent."), milliseconds);
  };
  wait(limits.firstTokenMs);
  return {
    signal: AbortSignal.any([stopped, controller.signal]),
    heard: () => wait(limits.idleMs),
    end: () => {
      clearTimeout(timer);
      clearTimeout(whole);
    },
  };
}

/** Watches how much a model writes; answers the reason to stop it. */
function lengthGuard(limits: ModelLimits): (text: string) => "answer-too-long" | "answer-blank" | null {
  let length = 0;
  let blank = 0;
  return (text) => {
    length += text.length;
    const end = text.trimEnd();
    blank = end === "" ? blank + text.length : text.length - end.length;
    if (blank > limits.longestBlank) return "answer-blank";
    return length > limits.longestAnswer ? "answer-too-long" : null;
  };
}

/** The model's own words in a part of the stream, or undefined for parts that the SDK adds. */
function wordsOf(part: TextStreamPart<ToolSet>): string | undefined {
  if (part.type === "text-delta" || part.type === "reasoning-delta") return part.text;
  if (part.type === "tool-input-delta") return part.delta;
  return part.type === "tool-input-start" || part.type === "tool-call" ? "" : undefined;
}

/** Hands text on from its first visible letter, so that blank space alone is not yet an answer. */
function fromFirstLetter(onText: (text: string) => void): (delta: string) => void {
  let blank: string | null = "";
  return (delta) => {
    if (blank !== null && (blank + delta).trim() === "") blank += delta;
    else {
      onText((blank ?? "") + delta);
      blank = null;
    }
  };
}

/**
 * Asks the model once and hands its text on as it comes. A failure of the server is in the outcome; throws the signal's
 * reason when stopped. `leftMs` is what is left of the time for the whole answer.
 */
export async function attemptModel(
  request: ModelRequest,
  onText: (delta: string) => void,
  stopped: AbortSignal,
  leftMs: number = modelLimits().wholeMs,
): Promise<Attempt> {
  const { model } = request;
  const limits = modelLimits();
  const startedAt = performance.now();
  const silence = silenceGuard(stopped, limits, leftMs);
  const tooMuch = lengthGuard(limits);
  const draft: Draft = {
    text: "",
    calls: [],
    messages: [],
    isCutAtLimit: false,
    tokensIn: 0,
    tokensOut: 0,
    tokensCached: 0,
    firstTokenMs: null,
    failure: null,
  };
  const end = new AbortController();
  const failed = (code: ModelFailureCode) => ({
    ...draft,
    failure: { is: modelFailure(code, model.displayName), cause: null },
  });
  const show = fromFirstLetter((text) => {
    draft.text += text;
    onText(text);
  });
  try {
    const result = streamText({
      model: model.languageModel,
      instructions: request.instructions,
      messages: [...request.messages],
      ...(request.tools.length > 0 && model.callsTools ? { tools: toToolSet(request.tools) } : {}),
      ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
      ...(request.maxOutputTokens === undefined ? {} : { maxOutputTokens: request.maxOutputTokens }),
      maxRetries: 0,
      abortSignal: AbortSignal.any([silence.signal, end.signal]),
      onError: () => undefined,
    });
    let isFinished = false;
    for await (const part of result.stream) {
      const words = wordsOf(part);
      if (words !== undefined) {
        silence.heard();
        draft.firstTokenMs ??= performance.now() - startedAt;
        const reason = tooMuch(words);
        if (reason) {
          end.abort();
          return failed(reason);
        }
      }
      if (part.type === "text-delta") show(part.text);
      else if (part.type === "tool-call") {
        draft.calls.push({ toolCallId: part.toolCallId, toolName: part.toolName, input: part.input });
      } else if (part.type === "finish") {
        isFinished = part.finishReason !== "error";
        draft.isCutAtLimit = part.finishReason === "length";
        draft.tokensIn = part.totalUsage.inputTokens ?? 0;
        draft.tokensOut = part.totalUsage.outputTokens ?? 0;
        draft.tokensCached = part.totalUsage.inputTokenDetails.cacheReadTokens ?? 0;
      } else if (part.type === "error") throw part.error;
      else if (part.type === "abort") throw silence.signal.reason;
    }
    if (!isFinished) return failed("answer-cut");
    if (draft.text === "" && draft.calls.length === 0) return failed("answer-empty");
    const { messages } = await result.response;
    // The SDK answers calls that it cannot read itself; every call is answered by the run.
    return { ...draft, messages: messages.filter((message) => message.role === "assistant") };
  } catch (error) {
    if (stopped.aborted) throw stopped.reason;
    const cause = silence.signal.aborted ? silence.signal.reason : error;
    const is = describeFailure(cause, model.displayName);
    // What ends before its first word was not cut in the middle.
    const wasCut = is.code === "answer-cut" && draft.firstTokenMs === null;
    return { ...draft, failure: { is: wasCut ? modelFailure("unreadable", model.displayName) : is, cause } };
  } finally {
    silence.end();
  }
}
