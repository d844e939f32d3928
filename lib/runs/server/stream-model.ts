import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { Viewer } from "#lib/identity/schema.ts";
import type { CallEnd } from "#lib/models/breaker.ts";
import { type ModelFailure, type ModelFailureCode, modelFailure } from "#lib/models/failure.ts";
import { retryWait } from "#lib/models/retry-wait.ts";
import {
  beginCall,
  countFirstCall,
  endCall,
  modelStanding,
  takeRepeat,
} from "#lib/models/server/model-health.ts";
import { modelLimits } from "#lib/models/server/model-limits.ts";
import type { WritingModel } from "#lib/routing/server/resolve-model.ts";
import { type Attempt, attemptModel, type ModelRequest } from "#lib/runs/server/model-attempt.ts";
import { portableMessages } from "#lib/runs/server/portable-messages.ts";
import { recordCallEnd, recordCallStart } from "#lib/runs/server/record-model-call.ts";
import { countModelRepeat } from "#lib/telemetry/server/metrics.ts";
import type { CallPlace } from "#lib/tools/call.ts";

/** What is asked of the first of the models that answers. */
export type ModelQuestion = Omit<ModelRequest, "model"> & {
  /** In the order in which they are asked. */
  readonly models: readonly WritingModel[];
};

/** A model that was asked, or was to be asked, and why it gave no answer. */
export type NotAnswered = { readonly model: WritingModel; readonly failure: ModelFailure };

export type ModelListener = {
  readonly onText: (delta: string) => void;
  /** A model is about to be asked, after those that did not answer. */
  readonly onAsk?: (model: WritingModel, notAnswered: readonly NotAnswered[]) => void;
  /** Somebody sees the text as it comes; it cannot be taken back for another model's then. */
  readonly isSeen: boolean;
};

export type ModelTurn = Pick<
  Attempt,
  "messages" | "calls" | "text" | "isCutAtLimit" | "tokensIn" | "tokensOut"
> & { readonly model: WritingModel; readonly notAnswered: readonly NotAnswered[] };

/** No model answered; `text` was already shown. */
export class ModelCallError extends Error {
  readonly failure: ModelFailure;
  readonly text: string;
  readonly notAnswered: readonly NotAnswered[];
  constructor(notAnswered: readonly NotAnswered[], text: string, cause: unknown) {
    const last = notAnswered.at(-1)?.failure;
    if (!last) throw new Error("no model was asked", { cause });
    const reasons = [...new Set(notAnswered.map(({ failure }) => failure.message))];
    const message = reasons.length > 1 ? `No model answered. ${reasons.join(" ")}` : last.message;
    super(message, { cause });
    this.name = "ModelCallError";
    this.failure = { ...last, message };
    this.text = text;
    this.notAnswered = notAnswered;
  }
}

/** The models for the next turn: the one that answered, those that were not asked, and those that failed. */
export function startingWith(
  models: readonly WritingModel[],
  { model, notAnswered }: Pick<ModelTurn, "model" | "notAnswered">,
): WritingModel[] {
  const failed = models.filter(({ id }) => notAnswered.some((one) => one.model.id === id));
  return [model, ...models.filter((one) => one.id !== model.id && !failed.includes(one)), ...failed];
}

const isAskable = ({ id }: WritingModel) => ["closed", "half-open"].includes(modelStanding(id).is);

type Turn = {
  readonly request: ModelRequest;
  /** The one to ask when this one does not answer. */
  readonly next: WritingModel | null;
  readonly isTrial: boolean;
  readonly endsAt: number;
};

/** Whether the same model is asked once more, after how many milliseconds; null when not. */
function waitBeforeRepeat(
  { request, next, isTrial, endsAt }: Turn,
  attempt: Attempt,
  attempts: number,
): number | null {
  const failure = attempt.failure?.is;
  if (!failure || isTrial || attempt.text !== "" || modelStanding(request.model.id).is === "open")
    return null;
  const { longestRetryMs } = modelLimits();
  const facts = { attempt: attempts, ...failure, hasNext: next !== null, longestMs: longestRetryMs };
  const wait = retryWait({ ...facts, random: Math.random() });
  if (wait === null || performance.now() + wait >= endsAt) return null;
  return takeRepeat(request.model.provider) ? wait : null;
}

function endOf(attempt: Attempt | null): CallEnd {
  if (attempt === null) return { is: "unknown" };
  const failure = attempt.failure?.is;
  return failure ? { is: "failed", why: failure, retryAfterMs: failure.retryAfterMs } : { is: "answered" };
}

/** Asks one model, at most twice; what came of it is in the trail before the next one is asked. */
async function callModel(
  viewer: Viewer,
  place: CallPlace,
  turn: Turn,
  onText: (delta: string) => void,
  signal: AbortSignal,
): Promise<Attempt> {
  const { request, next, endsAt } = turn;
  const { model, tools } = request;
  await recordCallStart(viewer, place, model, tools.length);
  countFirstCall(model.provider);
  const startedAt = performance.now();
  const failedBefore: ModelFailureCode[] = [];
  let last: Attempt | null = null;
  try {
    while (last === null) {
      const attempt = await attemptModel(request, onText, signal, endsAt - performance.now());
      const failure = attempt.failure?.is;
      const wait = waitBeforeRepeat(turn, attempt, failedBefore.length + 1);
      if (!failure || wait === null) last = attempt;
      else {
        failedBefore.push(failure.code);
        countModelRepeat(model.provider);
        // Others wait as long as the server asked, too.
        if (failure.retryAfterMs) endCall(model.id, endOf(attempt), turn.isTrial);
        await pause(wait, undefined, { signal });
      }
    }
    return last;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    const change = endCall(model.id, endOf(last), turn.isTrial);
    const passesOn = last?.failure && last.text === "" ? next : null;
    await recordCallEnd(viewer, place, model, {
      last,
      isStopped: last === null && signal.aborted,
      durationMs: performance.now() - startedAt,
      failedBefore,
      next: passesOn ? `${passesOn.provider}/${passesOn.name}` : null,
      change,
    });
  }
}

/**
 * One answer of the first model that gives one, streamed to the listener. Each call has its intent in the trail before
 * anything goes out, and its outcome with its tokens after. A model that fails is asked at most once more, within its
 * provider's budget; then the next one is asked, as long as nobody has seen anything of an answer. Throws ModelCallError
 * when none answers or the one that began breaks off, or the signal's reason when stopped.
 */
export async function streamModel(
  viewer: Viewer,
  place: CallPlace,
  question: ModelQuestion,
  listener: ModelListener,
  signal: AbortSignal,
): Promise<ModelTurn> {
  const { models, ...rest } = question;
  const endsAt = performance.now() + modelLimits().wholeMs;
  const notAnswered: NotAnswered[] = [];
  let cause: unknown;
  for (const [at, model] of models.entries()) {
    signal.throwIfAborted();
    const begun = beginCall(model.id);
    if (!begun.isLetOut) {
      const facts = { retryAfterMs: Math.max(0, begun.until - Date.now()) };
      notAnswered.push({ model, failure: modelFailure("held-back", model.displayName, facts) });
      continue;
    }
    listener.onAsk?.(model, notAnswered);
    const messages = notAnswered.length > 0 ? portableMessages(rest.messages) : rest.messages;
    const turn: Turn = {
      request: { ...rest, messages, model },
      next: models.slice(at + 1).find(isAskable) ?? null,
      isTrial: begun.isTrial,
      endsAt,
    };
    const attempt = await callModel(viewer, place, turn, listener.onText, signal);
    if (!attempt.failure) return { ...attempt, model, notAnswered };
    notAnswered.push({ model, failure: attempt.failure.is });
    cause = attempt.failure.cause;
    if (listener.isSeen && attempt.text !== "")
      throw new ModelCallError(notAnswered.slice(-1), attempt.text, cause);
    if (performance.now() >= endsAt) break;
  }
  throw new ModelCallError(notAnswered, "", cause);
}
