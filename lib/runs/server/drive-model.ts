import "server-only";
import type { ModelMessage, ToolModelMessage } from "ai";
import { isAppError } from "#lib/errors.ts";
import { operationIndex } from "#lib/routing/server/operation-index.ts";
import type { ResolvedModel } from "#lib/routing/server/resolve-model.ts";
import { chatInstructions, modelToolName, operationNamed } from "#lib/runs/model-tools.ts";
import type { Proposal } from "#lib/runs/sequence-result.ts";
import { callOrAsk } from "#lib/runs/server/call-or-ask.ts";
import { type DriverEnd, type RunContext, waitFor } from "#lib/runs/server/run-context.ts";
import { proposalOf } from "#lib/runs/server/run-sequence-operation.ts";
import { type OfferedTool, streamModel, type WantedCall } from "#lib/runs/server/stream-model.ts";
import type { Arguments } from "#lib/tools/call.ts";
import { jsonObjectSchema } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";

export const mostSteps = 6;
const longestResult = 24_000;

type GenerativeModel = ResolvedModel & {
  readonly languageModel: NonNullable<ResolvedModel["languageModel"]>;
};

function toolMessage(call: WantedCall, value: unknown): ToolModelMessage {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return {
    role: "tool",
    content: [
      {
        type: "tool-result",
        toolCallId: call.toolCallId,
        toolName: call.toolName,
        output: {
          type: "text",
          value: text.length > longestResult ? `${text.slice(0, longestResult)}\n[cut]` : text,
        },
      },
    ],
  };
}

function resultForModel(outcome: ToolCallOutcome): unknown {
  return outcome.status === "succeeded"
    ? outcome.result?.content
    : { error: outcome.error?.message ?? `The call ${outcome.status}.`, mend: outcome.error?.mend };
}

async function offeredTools(context: RunContext): Promise<OfferedTool[]> {
  const { operations } = await operationIndex();
  return (context.state.decision?.candidates ?? []).flatMap((candidate) => {
    const operation = operations.get(`${candidate.toolId}:${candidate.operationName}`);
    if (!operation) return [];
    return [
      {
        name: modelToolName(candidate),
        description: `${candidate.toolName}: ${operation.title}. ${operation.description}`.slice(0, 1000),
        inputSchema: operation.inputSchema,
      },
    ];
  });
}

type Waiting = { readonly call: WantedCall; readonly at: number };

/** Carries out one wanted call. What the model got wrong goes back to it in words, so that it can mend it. */
async function answerCall(context: RunContext, wanted: WantedCall): Promise<ToolModelMessage | Waiting> {
  const candidate = operationNamed(context.state.decision?.candidates ?? [], wanted.toolName);
  if (!candidate) return toolMessage(wanted, { error: `There is no tool named ${wanted.toolName}.` });
  const input = jsonObjectSchema.safeParse(wanted.input);
  if (!input.success) return toolMessage(wanted, { error: "The arguments are not a JSON object." });
  waitFor(context, candidate.toolName);
  try {
    const operation = await findCallableOperation(
      context.viewer,
      { id: candidate.toolId },
      candidate.operationName,
      context.place,
      context.state.input.dataClass,
    );
    const result = await callOrAsk(context, operation, input.data as Arguments);
    if (result.kind === "asked") return { call: wanted, at: result.at };
    const proposal: Proposal | null = proposalOf(result.outcome);
    if (proposal) return askForProposal(context, wanted, result.call.id, proposal);
    return toolMessage(wanted, resultForModel(result.outcome));
  } catch (error) {
    if (!isAppError(error)) throw error;
    return toolMessage(wanted, { error: error.message, fields: error.fields, mend: error.mend });
  }
}

/** The last step of an agent changes something: it is shown as a card of its own. */
async function askForProposal(
  context: RunContext,
  wanted: WantedCall,
  parentCallId: string,
  proposal: Proposal,
): Promise<ToolModelMessage | Waiting> {
  const operation = await findCallableOperation(
    context.viewer,
    { slug: proposal.tool },
    proposal.operation,
    context.place,
    context.state.input.dataClass,
  );
  const asked = await callOrAsk(context, operation, proposal.arguments, { parentCallId });
  return asked.kind === "asked"
    ? { call: wanted, at: asked.at }
    : toolMessage(wanted, resultForModel(asked.outcome));
}

function firstMessages(context: RunContext): ModelMessage[] {
  const { history, text } = context.state.input;
  return [
    ...history.map((turn) => ({ role: turn.role, content: turn.text })),
    { role: "user", content: text },
  ];
}

/** `settled` is the outcome of the call that the person has just answered. */
export async function driveModel(
  context: RunContext,
  model: GenerativeModel,
  settled: { readonly outcome: ToolCallOutcome } | { readonly declined: true } | null,
): Promise<DriverEnd> {
  const kept = context.state.model;
  const messages = kept ? (kept.messages as ModelMessage[]) : firstMessages(context);
  let step = kept?.step ?? 0;
  let remaining: readonly WantedCall[] = kept?.remaining ?? [];
  if (!kept) context.log.addPart({ type: "made-by", how: "model", name: model.displayName });
  if (kept?.waiting && settled) {
    const value =
      "declined" in settled
        ? { error: "The person chose not to run this. Do not try again unless asked." }
        : resultForModel(settled.outcome);
    messages.push(toolMessage(kept.waiting, value));
  }
  const tools = await offeredTools(context);
  const instructions = chatInstructions(context.state.decision?.candidates ?? []);
  for (;;) {
    while (remaining.length > 0) {
      const [next, ...rest] = remaining;
      if (!next) break;
      remaining = rest;
      const answer = await answerCall(context, next);
      if ("role" in answer) {
        messages.push(answer);
        continue;
      }
      return {
        end: "waiting-approval",
        modelName: model.displayName,
        state: {
          ...context.state,
          driver: "model",
          waitingAt: answer.at,
          model: { modelId: model.id, messages, step, waiting: answer.call, remaining: [...remaining] },
        },
      };
    }
    if (step >= mostSteps) {
      context.log.addPart({
        type: "notice",
        tone: "caution",
        text: `Stopped after ${mostSteps} rounds of tool calls.`,
        mend: "Ask for a smaller part of it.",
        action: null,
      });
      return { end: "completed", modelName: model.displayName };
    }
    step += 1;
    waitFor(context, model.displayName);
    const isLast = step === mostSteps;
    const turn = await streamModel(
      context.viewer,
      context.place,
      { model, instructions, messages, tools: isLast ? [] : tools },
      (delta) => context.log.addText(delta),
      context.signal,
    );
    messages.push(...turn.messages);
    if (turn.calls.length === 0) {
      if (turn.text.trim() === "") {
        context.log.addPart({
          type: "notice",
          tone: "caution",
          text: "The model sent an empty answer.",
          mend: "Ask again in other words.",
          action: null,
        });
      }
      return { end: "completed", modelName: model.displayName };
    }
    remaining = turn.calls;
  }
}
