import "server-only";
import type { ModelMessage, ToolModelMessage } from "ai";
import { isAppError } from "#lib/errors.ts";
import { operationIndex } from "#lib/routing/server/operation-index.ts";
import type { WritingModel } from "#lib/routing/server/resolve-model.ts";
import { indexOfTurn } from "#lib/routing/server/route-draft.ts";
import { writtenSoFar } from "#lib/runs/answer-text.ts";
import { continuation, goOnInstruction } from "#lib/runs/continuation.ts";
import { chatInstructions, modelInputSchema, modelToolNames } from "#lib/runs/model-tools.ts";
import type { MadeBy } from "#lib/runs/schema.ts";
import type { Proposal } from "#lib/runs/sequence-result.ts";
import { showMaker, showModel } from "#lib/runs/server/answer-maker.ts";
import { callOrAsk } from "#lib/runs/server/call-or-ask.ts";
import type { OfferedTool, WantedCall } from "#lib/runs/server/model-attempt.ts";
import { portableMessages } from "#lib/runs/server/portable-messages.ts";
import { type DriverEnd, type RunContext, waitFor } from "#lib/runs/server/run-context.ts";
import { proposalOf } from "#lib/runs/server/run-sequence-operation.ts";
import { startingWith, streamModel } from "#lib/runs/server/stream-model.ts";
import { resultForModel, toolMessage } from "#lib/runs/server/tool-message.ts";
import type { Arguments } from "#lib/tools/call.ts";
import { jsonObjectSchema } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";

export const mostSteps = 6;

async function offeredTools(context: RunContext): Promise<OfferedTool[]> {
  const { operations } = await indexOfTurn(context.viewer, context.place.draftOf, operationIndex);
  return [...modelToolNames(context.state.decision?.candidates ?? [])].flatMap(([name, candidate]) => {
    const operation = operations.get(`${candidate.toolId}:${candidate.operationName}`);
    if (!operation) return [];
    const description = `${candidate.toolName}: ${operation.title}. ${operation.description}`.slice(0, 1000);
    return [{ name, description, inputSchema: modelInputSchema(operation.inputSchema) }];
  });
}

/** `before` is what the model's call gave before a step of it came to wait for the person. */
type Waiting = { readonly call: WantedCall; readonly at: number; readonly before?: unknown };

/** Carries out one wanted call. What the model got wrong goes back to it in words, so that it can mend it. */
async function answerCall(context: RunContext, wanted: WantedCall): Promise<ToolModelMessage | Waiting> {
  const candidate = modelToolNames(context.state.decision?.candidates ?? []).get(wanted.toolName);
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
    if (proposal) return askForProposal(context, wanted, result, proposal);
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
  made: { readonly call: { readonly id: string }; readonly outcome: ToolCallOutcome },
  proposal: Proposal,
): Promise<ToolModelMessage | Waiting> {
  const operation = await findCallableOperation(
    context.viewer,
    { slug: proposal.tool },
    proposal.operation,
    context.place,
    context.state.input.dataClass,
  );
  const asked = await callOrAsk(context, operation, proposal.arguments, { parentCallId: made.call.id });
  return asked.kind === "asked"
    ? { call: wanted, at: asked.at, before: resultForModel(made.outcome) }
    : toolMessage(wanted, resultForModel(asked.outcome));
}

function firstMessages(context: RunContext, goesOn: boolean): ModelMessage[] {
  const { history, text } = context.state.input;
  const written = goesOn ? writtenSoFar(context.log.parts) : "";
  return [
    ...history.map((turn) => ({ role: turn.role, content: turn.text })),
    { role: "user", content: text },
    ...(written.trim() === ""
      ? []
      : ([
          { role: "assistant", content: written },
          { role: "user", content: goOnInstruction },
        ] as const)),
  ];
}

/** Shows text as it comes; the first of an answer that goes on is joined to what stands there. */
function shownIn({ log }: RunContext, goesOn: boolean) {
  const last = log.parts.findLast((part) => part.type !== "notice");
  const joint = goesOn && last?.type === "markdown" ? continuation(last.text) : null;
  const show = (text: string) => {
    if (text !== "") log.addText(text);
  };
  return {
    onText: (delta: string) => show(joint ? joint.take(delta) : delta),
    settle: () => show(joint?.rest() ?? ""),
  };
}

function caution(context: RunContext, text: string, mend: string): void {
  context.log.addPart({ type: "notice", tone: "caution", text, mend, action: null });
}

/**
 * A turn in which models write, the first one that answers. `ill` are those that would have come before; `settled` is the
 * outcome of the call that the person has just answered; `goesOn` says that the answer broke off and is continued.
 */
export async function driveModel(
  context: RunContext,
  choice: readonly WritingModel[],
  ill: MadeBy["notAnswered"],
  settled: { readonly outcome: ToolCallOutcome } | { readonly declined: true } | null,
  goesOn: boolean,
): Promise<DriverEnd> {
  const kept = context.state.model;
  let models = choice;
  let messages = kept ? (kept.messages as ModelMessage[]) : firstMessages(context, goesOn);
  let step = kept?.step ?? 0;
  let remaining: readonly WantedCall[] = kept?.remaining ?? [];
  const name = () => models[0]?.displayName ?? "";
  if (!kept && !goesOn)
    showMaker(context, { type: "made-by", how: "model", name: name(), notAnswered: [...ill], begunBy: [] });
  const shown = shownIn(context, goesOn);
  if (kept?.waiting && settled) {
    const value =
      "declined" in settled
        ? { error: "The person chose not to run this. Do not try again unless asked." }
        : resultForModel(settled.outcome);
    const whole = kept.before === undefined ? value : { result: kept.before, lastStep: value };
    messages.push(toolMessage(kept.waiting, whole));
  }
  const tools = await offeredTools(context);
  const instructions = chatInstructions(context.state.decision?.candidates ?? []);
  for (;;) {
    while (remaining.length > 0) {
      const [next, ...rest] = remaining;
      if (!next) break;
      context.signal.throwIfAborted();
      remaining = rest;
      const answer = await answerCall(context, next);
      if ("role" in answer) {
        messages.push(answer);
        continue;
      }
      return {
        end: "waiting-approval",
        modelName: name(),
        state: {
          ...context.state,
          driver: "model",
          waitingAt: answer.at,
          model: {
            messages,
            step,
            waiting: answer.call,
            before: answer.before,
            remaining: [...remaining],
          },
        },
      };
    }
    if (step >= mostSteps) {
      caution(context, `Stopped after ${mostSteps} rounds of tool calls.`, "Ask for a smaller part of it.");
      return { end: "completed", modelName: name() };
    }
    step += 1;
    const isLast = step === mostSteps;
    const turn = await streamModel(
      context.viewer,
      context.place,
      { models, instructions, messages, tools: isLast ? [] : tools },
      {
        onAsk: (model, notAnswered) => {
          showModel(context, model, notAnswered);
          waitFor(context, model.displayName);
        },
        onText: shown.onText,
        isSeen: true,
      },
      context.signal,
    ).finally(shown.settle);
    if (turn.notAnswered.length > 0) {
      models = startingWith(models, turn);
      messages = portableMessages(messages);
    }
    messages.push(...turn.messages);
    if (turn.calls.length === 0) {
      if (turn.isCutAtLimit)
        caution(context, "The answer reached the length that this model can write.", "Ask it to go on.");
      return { end: "completed", modelName: name() };
    }
    remaining = turn.calls;
  }
}
