import "server-only";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { log as logger } from "#lib/log.ts";
import { recordRefusal } from "#lib/policy/server/require-allowed.ts";
import {
  type ModelChoice,
  type ResolvedModel,
  resolveModel,
  type WritingModel,
  writingModels,
} from "#lib/routing/server/resolve-model.ts";
import { hasShown } from "#lib/runs/answer-text.ts";
import type { MadeBy } from "#lib/runs/schema.ts";
import { showMaker, shownMaker } from "#lib/runs/server/answer-maker.ts";
import { carryOutCall } from "#lib/runs/server/call-or-ask.ts";
import { driveAssistant } from "#lib/runs/server/drive-assistant.ts";
import { driveModel } from "#lib/runs/server/drive-model.ts";
import { closeQuestions, RunMovedOn, restRun } from "#lib/runs/server/end-run.ts";
import { recordInterruption } from "#lib/runs/server/record-interruption.ts";
import { eventsAfter, ownRun, type RunRow } from "#lib/runs/server/repository.ts";
import { chatRequirement, routeRun } from "#lib/runs/server/route-run.ts";
import type { DriverEnd, RunContext } from "#lib/runs/server/run-context.ts";
import { enter, interruption } from "#lib/runs/server/run-hub.ts";
import { RunLog } from "#lib/runs/server/run-log.ts";
import { runPlace } from "#lib/runs/server/run-place.ts";
import { ModelCallError } from "#lib/runs/server/stream-model.ts";
import { type TurnState, turnStateSchema } from "#lib/runs/turn.ts";
import type { StoredCall } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";

/** What the person did, or what happened, that lets a waiting run go on. */
export type Resumption =
  | { readonly kind: "approved"; readonly call: StoredCall }
  | { readonly kind: "declined" }
  /** The call may not run any more as it was shown; its outcome says why. */
  | { readonly kind: "voided"; readonly outcome: ToolCallOutcome }
  | { readonly kind: "form"; readonly arguments: Readonly<Record<string, unknown>> }
  | { readonly kind: "dismissed" }
  /** The answer broke off, and goes on where it stopped. */
  | { readonly kind: "continued" };

/** What `resume` gives the driver: the part of the log that waited, settled. */
export type Settled = { readonly outcome: ToolCallOutcome } | { readonly declined: true };

async function drive(
  context: RunContext,
  routed: ModelChoice | null,
  resumption: Resumption | null,
): Promise<DriverEnd> {
  const { input, driver } = context.state;
  const hasOperations = (context.state.decision?.candidates.length ?? 0) > 0;
  const choice = routed ?? (await resolveModel(context.viewer, chatRequirement(input, hasOperations)));
  const settled = await settle(context, resumption);
  const models = writingModels(choice);
  if (driver !== "assistant" && models.length > 0)
    return choice.ok
      ? driveModels(context, choice, models, settled, resumption)
      : withoutModel(context, choice);
  if (driver === "model" || !choice.ok) return withoutModel(context, choice);
  if (choice.ill.length > 0) degrade(context, choice.model, [...choice.ill]);
  return driveAssistant(context, choice.model, settled, resumption);
}

/** The embedded assistant stands in where it follows under the alias, as long as nothing has been shown or called. */
async function driveModels(
  context: RunContext,
  choice: Extract<ModelChoice, { ok: true }>,
  models: readonly WritingModel[],
  settled: Settled | null,
  resumption: Resumption | null,
): Promise<DriverEnd> {
  const maker = shownMaker(context);
  const goesOn = resumption?.kind === "continued" && maker?.how === "model";
  // The model that broke off is asked last: it may do so again.
  const order = goesOn
    ? models.toSorted((a, b) => Number(a.displayName === maker.name) - Number(b.displayName === maker.name))
    : models;
  try {
    return await driveModel(context, order, [...choice.ill], settled, goesOn);
  } catch (error) {
    const standIn = choice.models[models.length];
    if (!(error instanceof ModelCallError) || !standIn || hasShown(context.log.parts)) throw error;
    const failed = error.notAnswered.map(({ model, failure }) => ({
      name: model.displayName,
      reason: failure.message,
    }));
    degrade(context, standIn, failed);
    return driveAssistant(context, standIn, null, null);
  }
}

/** Says that the embedded assistant answers, because no model did. */
function degrade(
  context: RunContext,
  { displayName, provider, alias, reason }: ResolvedModel,
  failed: MadeBy["notAnswered"],
): void {
  showMaker(context, { type: "made-by", how: "quoted", name: displayName, notAnswered: failed, begunBy: [] });
  context.log.addPart({
    type: "notice",
    tone: "caution",
    text: "No model answered, so the embedded assistant finds and quotes instead.",
    mend: failed.map((one) => one.reason).join(" "),
    action: null,
  });
  const { decision } = context.state;
  if (!decision) return;
  const model = { name: displayName, provider, alias, reason, tried: failed };
  context.log.append({ kind: "decision", decision: { ...decision, model } });
}

async function withoutModel(context: RunContext, choice: ModelChoice): Promise<DriverEnd> {
  if (!choice.ok && choice.refused) {
    const { model, decision } = choice.refused;
    await recordRefusal(context.viewer, "callModel", model, decision, context.place);
  }
  context.log.addPart({
    type: "notice",
    tone: "caution",
    text: choice.ok ? "The model that began this answer is not connected any more." : choice.reason,
    mend: choice.ok ? "Choose another model, or ask an administrator." : choice.mend,
    action: null,
  });
  return { end: "completed", modelName: choice.ok ? choice.model.displayName : "" };
}

/** Runs the approved call, or marks the one that was not run, in the place where it waited. */
async function settle(context: RunContext, resumption: Resumption | null): Promise<Settled | null> {
  const at = context.state.waitingAt;
  if (!resumption || resumption.kind === "continued" || at === null) return null;
  const part = context.log.parts[at];
  if (part?.type === "call") {
    const { inputSchema: _inputSchema, ...rest } = part;
    if (resumption.kind === "approved") {
      const { call } = resumption;
      return {
        outcome: await carryOutCall(context, call, { ...rest, arguments: { ...call.arguments } }, at),
      };
    }
    if (resumption.kind === "voided") {
      const { outcome } = resumption;
      context.log.replacePart(at, { ...rest, status: outcome.status, error: outcome.error ?? null });
      return { outcome };
    }
    context.log.replacePart(at, { ...rest, status: "declined" });
    return { declined: true };
  }
  if (part?.type === "form") {
    context.log.replacePart(at, {
      ...part,
      state: resumption.kind === "form" ? "sent" : "dismissed",
      filled: resumption.kind === "form" ? { ...resumption.arguments } : part.filled,
    });
  }
  return null;
}

/**
 * Carries out a run from its start, or from where it waited, until it ends or waits again. The run belongs to the
 * server: nobody needs to be connected.
 */
export async function carryOut(viewer: Viewer, runId: string, resumption: Resumption | null): Promise<void> {
  const abort = new AbortController();
  const leave = await enter(runId, abort);
  try {
    const row = await ownRun(viewer.id, runId);
    if (!row) return;
    // Asked to stop before this process was there to hear it.
    if (row.stopRequestedAt) abort.abort("stopped");
    await carryOutHere(viewer, row, resumption, abort.signal);
  } finally {
    leave();
  }
}

/**
 * What a run that broke off goes on with. Its parts say all that was written and called; what was kept when it last
 * waited is older. An answer that no model had begun is made anew.
 */
function stateToGoOn(kept: TurnState, log: RunLog): TurnState {
  const isModels = log.parts.some((part) => part.type === "made-by" && part.how === "model");
  return {
    ...kept,
    driver: isModels ? "model" : null,
    decision: isModels ? (log.decision ?? kept.decision) : null,
    waitingAt: null,
    model: null,
  };
}

async function carryOutHere(
  viewer: Viewer,
  row: RunRow,
  resumption: Resumption | null,
  signal: AbortSignal,
): Promise<void> {
  const { id: runId, conversationId } = row;
  const log = new RunLog(runId, resumption ? await eventsAfter(runId, 0) : []);
  const kept = turnStateSchema.parse(row.state);
  const state = resumption?.kind === "continued" ? stateToGoOn(kept, log) : kept;
  let context: RunContext = {
    runId,
    conversationId,
    viewer,
    log,
    signal,
    place: runPlace(row, state.input),
    candidates: [],
    state,
  };
  try {
    context.log.append({
      kind: "status",
      status: "running",
      waitingFor: resumption ? null : "the right tool",
      error: null,
    });
    let choice: ModelChoice | null = null;
    if (context.state.decision === null) ({ context, choice } = await routeRun(context));
    const left = await drive(context, choice, resumption);
    signal.throwIfAborted();
    const { end, modelName, state = context.state } = left;
    await restRun(context.log, { runId, from: "running", to: end, modelName, state });
  } catch (error) {
    await endBroken(context, row, error).catch((cause: unknown) => {
      if (!(cause instanceof RunMovedOn))
        logger.error({ err: cause, runId }, "a run could not be closed; the reaper will mark it");
    });
  }
}

/** An answer that did not stop by itself would not stop the next time either. */
function canGoOn({ failure }: ModelCallError, { log }: RunContext): boolean {
  return failure.code !== "answer-too-long" && hasShown(log.parts);
}

async function endBroken(context: RunContext, row: RunRow, error: unknown): Promise<void> {
  const { runId, signal, state, viewer } = context;
  if (error instanceof RunMovedOn) return;
  const actor = { kind: "person", id: viewer.id, name: viewer.name } as const;
  const rest = {
    runId,
    from: "running",
    state,
    also: () => closeQuestions(row, actor, "The answer ended before the person decided."),
  } as const;
  if (signal.aborted && signal.reason === interruption) {
    const interrupted = {
      message: "The answer was interrupted, because Weft is being stopped.",
      mend: "What was written is kept. Continue lets it go on from there.",
    };
    await restRun(context.log, { ...rest, to: "interrupted", error: interrupted });
    return;
  }
  if (signal.aborted) {
    const notice = { type: "notice", tone: "info", text: "Stopped.", mend: null, action: null } as const;
    await restRun(context.log, { ...rest, to: "stopped", notice });
    return;
  }
  if (error instanceof ModelCallError && canGoOn(error, context)) {
    const mend = "What was written is kept. Continue lets a model go on from there.";
    const { message } = error;
    await restRun(context.log, {
      ...rest,
      to: "interrupted",
      error: { message, mend },
      also: async () => {
        await rest.also();
        await recordInterruption(row, message);
      },
    });
    return;
  }
  const known = isAppError(error) || error instanceof ModelCallError;
  if (!known) logger.error({ err: error, runId }, "a run failed");
  const message = known ? error.message : "Something went wrong on our side.";
  const mend =
    error instanceof ModelCallError
      ? error.failure.mend
      : isAppError(error)
        ? (error.mend ?? null)
        : "Ask again. Your message is kept.";
  const notice = { type: "notice", tone: "danger", text: message, mend, action: null } as const;
  await restRun(context.log, { ...rest, to: "failed", notice, error: { message, mend } });
}
