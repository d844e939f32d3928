import "server-only";
import { randomUUID } from "node:crypto";
import { namesTool } from "#lib/models/extractive/names-tool.ts";
import { plan } from "#lib/models/extractive/plan.ts";
import type {
  AssistantRequest,
  OperationRef,
  ResolvedLookup,
  Step,
  StepOf,
} from "#lib/models/extractive/schema.ts";
import { withChosen } from "#lib/routing/reasons.ts";
import type { ResolvedModel } from "#lib/routing/server/resolve-model.ts";
import { showMaker, shownMaker } from "#lib/runs/server/answer-maker.ts";
import { assistantRequest, entriesOf } from "#lib/runs/server/assistant-request.ts";
import { type AnswerView, answerView } from "#lib/runs/server/assistant-view.ts";
import { type CallResult, callOrAsk } from "#lib/runs/server/call-or-ask.ts";
import type { Resumption, Settled } from "#lib/runs/server/carry-out.ts";
import { type DriverEnd, type RunContext, waitFor } from "#lib/runs/server/run-context.ts";
import { proposalOf } from "#lib/runs/server/run-sequence-operation.ts";
import type { Arguments, CallableOperation } from "#lib/tools/call.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";

const mostLookups = 3;

type Driver = { readonly context: RunContext; readonly model: ResolvedModel; readonly view: AnswerView };

function operationOf(
  driver: Driver,
  ref: Pick<OperationRef, "toolSlug" | "operationName">,
): Promise<CallableOperation> {
  const { context } = driver;
  return findCallableOperation(
    context.viewer,
    { slug: ref.toolSlug },
    ref.operationName,
    context.place,
    context.state.input.dataClass,
  );
}

function completed(driver: Driver): DriverEnd {
  return { end: "completed", modelName: driver.model.displayName, state: driver.context.state };
}

/** The trail of the decision follows what the plan really uses. */
function withUsed(driver: Driver, step: Exclude<Step, StepOf<"lookup">>): Driver {
  const { context } = driver;
  const { decision } = context.state;
  if (!decision || !("operation" in step)) return driver;
  const chosen = withChosen(decision, step.operation);
  context.log.append({ kind: "decision", decision: chosen });
  return { ...driver, context: { ...context, state: { ...context.state, decision: chosen } } };
}

function waiting(driver: Driver, end: "waiting-approval" | "waiting-input", at: number): DriverEnd {
  return {
    end,
    modelName: driver.model.displayName,
    state: { ...driver.context.state, driver: "assistant", waitingAt: at, model: null },
  };
}

/** Shows what came back; the write step that a sequence prepared becomes a card of its own. */
async function showResult(driver: Driver, result: CallResult): Promise<DriverEnd | null> {
  if (result.kind === "asked") return waiting(driver, "waiting-approval", result.at);
  const { operation } = result.call;
  driver.view.showOutcome(operation, result.call.arguments, result.outcome);
  const proposal = proposalOf(result.outcome);
  if (!proposal) return null;
  const next = await operationOf(driver, { toolSlug: proposal.tool, operationName: proposal.operation });
  const asked = await callOrAsk(driver.context, next, proposal.arguments, { parentCallId: result.call.id });
  return asked.kind === "asked" ? waiting(driver, "waiting-approval", asked.at) : null;
}

async function call(driver: Driver, step: StepOf<"call">): Promise<DriverEnd> {
  const note = step.repeats ? driver.view.repeatSentence(step) : null;
  const operation = await operationOf(driver, step.operation);
  waitFor(driver.context, operation.tool.name);
  driver.view.showUnused(step.unused);
  const result = await callOrAsk(driver.context, operation, step.arguments, { note });
  return (await showResult(driver, result)) ?? completed(driver);
}

/** Two knowledge tools answer about as well: both are asked, and the best passages of both are quoted. */
async function callKnowledge(
  driver: Driver,
  calls: readonly { operation: OperationRef; arguments: Arguments; label?: string }[],
  layout: "together" | "sides",
): Promise<DriverEnd> {
  const outcomes = [];
  for (const { operation: ref, arguments: args, label } of calls) {
    const operation = await operationOf(driver, ref);
    waitFor(driver.context, operation.tool.name);
    const result = await callOrAsk(driver.context, operation, args);
    if (result.kind === "called")
      outcomes.push({ outcome: result.outcome, toolName: operation.tool.name, label: label ?? null });
  }
  driver.view.showPassages(outcomes, layout);
  return completed(driver);
}

async function askForm(driver: Driver, step: StepOf<"ask-form">): Promise<DriverEnd> {
  const operation = await operationOf(driver, step.operation);
  const at = driver.context.log.addPart({
    type: "form",
    formId: randomUUID(),
    state: "open",
    toolId: operation.tool.id,
    toolSlug: operation.toolSlug,
    toolName: operation.tool.name,
    operationName: operation.name,
    title: operation.title,
    inputSchema: operation.inputSchema,
    filled: step.filled,
    filledFrom: Object.fromEntries(
      Object.entries(step.filledFrom).flatMap(([path, source]) =>
        "at" in source ? [[path, source.at.words]] : [],
      ),
    ),
    missing: step.missing,
    doubtful: step.doubtful.map((doubt) => ({
      path: doubt.path,
      sentence: driver.view.doubtSentence(doubt),
      choices: doubt.choices,
    })),
  });
  return waiting(driver, "waiting-input", at);
}

async function decline(driver: Driver, step: StepOf<"decline">): Promise<DriverEnd> {
  driver.view.showDecline(step);
  if (!step.nearest) return completed(driver);
  const operation = await operationOf(driver, step.nearest.operation);
  const result = await callOrAsk(driver.context, operation, step.nearest.arguments);
  if (result.kind === "called")
    driver.view.showNearest(step, [{ outcome: result.outcome, toolName: operation.tool.name, label: null }]);
  return completed(driver);
}

async function carryOutStep(driver: Driver, step: Exclude<Step, StepOf<"lookup">>): Promise<DriverEnd> {
  switch (step.kind) {
    case "say":
      driver.view.say(step.phrase);
      return completed(driver);
    case "find":
      driver.view.showTools(step.tools, step.isSure);
      return completed(driver);
    case "decline":
      return decline(driver, step);
    case "ask-form":
      return askForm(driver, step);
    case "call":
      if (step.also) return callKnowledge(driver, [step, step.also], "together");
      return call(driver, step);
    case "compare-passages":
      return callKnowledge(
        driver,
        step.subjects.map((subject) => ({ operation: step.operation, ...subject })),
        "sides",
      );
    case "compare-tools":
      await driver.view.compareTools(driver.context.viewer, step.slugs);
      return completed(driver);
  }
}

/** Plans, and looks names up in the directory until the plan needs no more of them. */
async function settledPlan(
  driver: Driver,
  request: AssistantRequest,
): Promise<Exclude<Step, StepOf<"lookup">>> {
  const lookups: ResolvedLookup[] = [];
  let step = plan(request);
  while (step.kind === "lookup" && lookups.length < mostLookups) {
    const operation = await operationOf(driver, step.operation);
    const result = await callOrAsk(driver.context, operation, step.arguments);
    const content = result.kind === "called" ? result.outcome.result?.content : undefined;
    const fields = request.directory?.entryFields;
    lookups.push({ words: step.at.words, entries: fields ? entriesOf(content, fields) : [] });
    step = plan({ ...request, lookups });
  }
  if (step.kind !== "lookup") return step;
  const { directory: _directory, ...without } = request;
  const last = plan({ ...without, lookups });
  if (last.kind === "lookup") throw new Error("A plan without a directory asked for a lookup");
  return last;
}

async function goOn(driver: Driver, settled: Settled | null, resumption: Resumption): Promise<DriverEnd> {
  const { context } = driver;
  const part = context.state.waitingAt === null ? undefined : context.log.parts[context.state.waitingAt];
  if (resumption.kind === "form" && part?.type === "form") {
    const ref = {
      toolSlug: part.toolSlug,
      toolName: part.toolName,
      operationName: part.operationName,
      title: part.title,
    };
    const operation = await operationOf(driver, ref);
    waitFor(context, operation.tool.name);
    return (
      (await showResult(driver, await callOrAsk(context, operation, resumption.arguments))) ??
      completed(driver)
    );
  }
  if (settled && "outcome" in settled && part?.type === "call") {
    driver.view.showOutcome(await operationOf(driver, part), part.arguments, settled.outcome);
  }
  return completed(driver);
}

/**
 * The embedded offline assistant: it plans one step from the request, carries it out, and shows quoted passages or
 * computed views. It writes no sentences of its own beyond fixed phrases.
 */
export async function driveAssistant(
  context: RunContext,
  model: ResolvedModel,
  settled: Settled | null,
  resumption: Resumption | null,
): Promise<DriverEnd> {
  const request = await assistantRequest(context);
  const driver: Driver = { context, model, view: answerView(context, request) };
  if (resumption) return goOn(driver, settled, resumption);
  const before = shownMaker(context);
  const notAnswered = before?.notAnswered ?? [];
  showMaker(context, { type: "made-by", how: "quoted", name: model.displayName, notAnswered, begunBy: [] });
  const refused =
    context.state.decision?.excluded.filter(
      ({ isMentioned, toolName }) => isMentioned || namesTool(request.text, toolName) === "all",
    ) ?? [];
  if (refused.length > 0) {
    for (const refusal of refused) driver.view.showRefusal(refusal);
    if (context.candidates.length === 0) return completed(driver);
  }
  const step = await settledPlan(driver, request);
  return carryOutStep(withUsed(driver, step), step);
}
