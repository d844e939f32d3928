import "server-only";
import { requireUsableTool } from "#lib/catalog/server/require-usable-tool.ts";
import { now } from "#lib/clock.ts";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { log as logger } from "#lib/log.ts";
import { mentionsIn } from "#lib/routing/mentions.ts";
import { type ModelChoice, resolveModel } from "#lib/routing/server/resolve-model.ts";
import { routeRequest } from "#lib/routing/server/route-request.ts";
import type { RunEventPayload, RunStatus } from "#lib/runs/schema.ts";
import { carryOutCall } from "#lib/runs/server/call-or-ask.ts";
import { driveAssistant } from "#lib/runs/server/drive-assistant.ts";
import { driveModel } from "#lib/runs/server/drive-model.ts";
import { eventsAfter, jsonOrNull, ownRun, updateRun } from "#lib/runs/server/repository.ts";
import type { DriverEnd, RunContext } from "#lib/runs/server/run-context.ts";
import { enter } from "#lib/runs/server/run-hub.ts";
import { RunLog } from "#lib/runs/server/run-log.ts";
import { ModelCallError } from "#lib/runs/server/stream-model.ts";
import { type TurnState, turnStateSchema } from "#lib/runs/turn.ts";
import type { StoredCall } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What the person did that lets a waiting run go on. */
export type Resumption =
  | { readonly kind: "approved"; readonly call: StoredCall }
  | { readonly kind: "declined" }
  | { readonly kind: "form"; readonly arguments: Readonly<Record<string, unknown>> }
  | { readonly kind: "dismissed" };

/** What `resume` gives the driver: the part of the log that waited, settled. */
export type Settled = { readonly outcome: ToolCallOutcome } | { readonly declined: true };

function statusEvent(
  status: RunStatus,
  error: { message: string; mend: string | null } | null = null,
): RunEventPayload {
  return { kind: "status", status, waitingFor: null, error };
}

async function route(context: RunContext): Promise<RunContext> {
  const { input } = context.state;
  const mentions = mentionsIn(input.text);
  const [{ decision, candidates }, choice] = await Promise.all([
    routeRequest(context.viewer, {
      text: input.text,
      dataClass: input.dataClass,
      mentions,
      toolId: input.toolId,
    }),
    resolveModel(context.viewer, { alias: input.modelAlias, dataClass: input.dataClass }),
  ]);
  const model = choice.ok
    ? {
        name: choice.model.displayName,
        provider: choice.model.provider,
        alias: choice.model.alias,
        reason: choice.model.reason,
      }
    : null;
  const withModel = { ...decision, model };
  context.log.append({ kind: "decision", decision: withModel });
  for (const refused of decision.excluded.filter(({ isMentioned }) => isMentioned))
    await noteRefusal(context, refused.toolSlug);
  return { ...context, candidates, state: { ...context.state, decision: withModel } };
}

/** Naming a tool that one may not use is an attempt, and stands in the trail like any other. */
async function noteRefusal(context: RunContext, slug: string): Promise<void> {
  try {
    await requireUsableTool(context.viewer, slug, context.place);
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}

async function drive(context: RunContext, resumption: Resumption | null): Promise<DriverEnd> {
  const { input } = context.state;
  const choice: ModelChoice = await resolveModel(context.viewer, {
    alias: input.modelAlias,
    dataClass: input.dataClass,
  });
  const settled = await settle(context, resumption);
  const wantsModel =
    context.state.driver === null
      ? choice.ok && choice.model.languageModel !== null
      : context.state.driver === "model";
  if (wantsModel && choice.ok && choice.model.languageModel) {
    return driveModel(context, { ...choice.model, languageModel: choice.model.languageModel }, settled);
  }
  if (context.state.driver === "model" || !choice.ok) {
    context.log.addPart({
      type: "notice",
      tone: "caution",
      text: choice.ok ? "The model that began this answer is not connected any more." : choice.reason,
      mend: "Choose another model, or ask an administrator.",
      action: null,
    });
    return { end: "completed", modelName: choice.ok ? choice.model.displayName : "" };
  }
  return driveAssistant(context, choice.model, settled, resumption);
}

/** Runs the approved call, or marks the declined one, in the place where it waited. */
async function settle(context: RunContext, resumption: Resumption | null): Promise<Settled | null> {
  const at = context.state.waitingAt;
  if (!resumption || at === null) return null;
  const part = context.log.parts[at];
  if (resumption.kind === "approved" && part?.type === "call") {
    return {
      outcome: await carryOutCall(
        context,
        resumption.call,
        { ...part, arguments: { ...resumption.call.arguments } },
        at,
      ),
    };
  }
  if (resumption.kind === "declined" && part?.type === "call") {
    const { inputSchema: _inputSchema, ...rest } = part;
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

async function finish(
  context: RunContext,
  status: RunStatus,
  facts: {
    readonly error?: { message: string; mend: string | null } | null;
    readonly modelName?: string;
    readonly state?: TurnState;
  },
): Promise<void> {
  const isOver = status !== "waiting-approval" && status !== "waiting-input";
  await context.log.finish(statusEvent(status, facts.error ?? null), async (parts, sequence) => {
    await updateRun(context.runId, {
      status,
      parts: parts as unknown as Prisma.InputJsonValue,
      lastSequence: sequence,
      decision: jsonOrNull((facts.state ?? context.state).decision),
      state: jsonOrNull(facts.state ?? context.state),
      error: jsonOrNull(facts.error ?? null),
      ...(facts.modelName ? { modelName: facts.modelName } : {}),
      heartbeatAt: now(),
      ...(isOver ? { finishedAt: now() } : {}),
    });
  });
}

/**
 * Carries out a run from its start, or from where it waited, until it ends or waits again. The run belongs to the
 * server: nobody needs to be connected.
 */
export async function carryOut(viewer: Viewer, runId: string, resumption: Resumption | null): Promise<void> {
  const row = await ownRun(viewer.id, runId);
  if (!row) return;
  const abort = new AbortController();
  const leave = await enter(runId, abort);
  const log = new RunLog(runId, resumption ? await eventsAfter(runId, 0) : []);
  let context: RunContext = {
    runId,
    conversationId: row.conversationId,
    viewer,
    log,
    signal: abort.signal,
    place: { channel: "chat", conversationId: row.conversationId, runId },
    candidates: [],
    state: turnStateSchema.parse(row.state),
  };
  try {
    log.append({ kind: "status", status: "running", waitingFor: "the right tool", error: null });
    if (context.state.decision === null) context = await route(context);
    const left = await drive(context, resumption);
    abort.signal.throwIfAborted();
    await finish(context, left.end, {
      modelName: left.modelName,
      ...("state" in left ? { state: left.state } : {}),
    });
  } catch (error) {
    await finishBroken(context, error, abort.signal).catch((cause: unknown) =>
      logger.error({ err: cause, runId }, "a run could not be closed; the reaper will mark it"),
    );
  } finally {
    leave();
  }
}

async function finishBroken(context: RunContext, error: unknown, signal: AbortSignal): Promise<void> {
  if (signal.aborted) {
    context.log.addPart({ type: "notice", tone: "info", text: "Stopped.", mend: null, action: null });
    await finish(context, "stopped", {});
    return;
  }
  const known = isAppError(error) || error instanceof ModelCallError;
  if (!known) logger.error({ err: error, runId: context.runId }, "a run failed");
  const message = known ? error.message : "Something went wrong on our side.";
  const mend =
    error instanceof ModelCallError
      ? error.failure.mend
      : isAppError(error)
        ? (error.mend ?? null)
        : "Ask again. Your message is kept.";
  context.log.addPart({ type: "notice", tone: "danger", text: message, mend, action: null });
  await finish(context, "failed", { error: { message, mend } });
}
