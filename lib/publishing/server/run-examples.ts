import "server-only";
import { hashJson } from "#lib/canonical-hash.ts";
import type { OperationContent } from "#lib/catalog/operation.ts";
import { operationToRelease, unsafeCurrentOperation } from "#lib/catalog/server/callable-operation.ts";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { partsOf } from "#lib/publishing/agent-parts.ts";
import type { CheckResult } from "#lib/publishing/checks.ts";
import { exampleOf, type JudgedRun, judgeOutcome, runsCheck } from "#lib/publishing/example-runs.ts";
import { hasAnswered, rememberAnswer } from "#lib/publishing/server/answered-examples.ts";
import type { FinishedContent } from "#lib/publishing/server/content-checks.ts";
import type { DraftTool } from "#lib/publishing/server/tool-draft.ts";
import { deepest } from "#lib/runs/server/enter-agent.ts";
import { executeOperation } from "#lib/runs/server/execute-operation.ts";
import type { Arguments, CallPlace } from "#lib/tools/call.ts";
import { requireCallable } from "#lib/tools/server/find-operation.ts";
import { performCall } from "#lib/tools/server/perform-call.ts";
import { proposeCall } from "#lib/tools/server/propose-call.ts";
import { withinTime } from "#lib/within-time.ts";

/** Bounds of all examples of one check; times are in milliseconds. */
export type ExampleBounds = { readonly most: number; readonly eachMs: number; readonly wholeMs: number };
const standardBounds: ExampleBounds = { most: 20, eachMs: 10_000, wholeMs: 20_000 };
/** Calls under way at a time, so that a small server is not overrun by its own examples. */
const sideBySide = 4;

/** Whether a model would be asked somewhere inside a sequence. */
async function asksModel(binding: OperationContent["binding"], depth = 1): Promise<boolean> {
  if (binding.kind === "prompt" || binding.kind === "agent-loop") return true;
  if (binding.kind !== "agent" || depth > deepest) return false;
  for (const part of partsOf(binding)) {
    const called = await unsafeCurrentOperation({ slug: part.tool }, part.operation).catch(
      (error: unknown) => {
        if (isAppError(error)) return null;
        throw error;
      },
    );
    if (called?.definition && (await asksModel(called.definition.binding, depth + 1))) return true;
  }
  return false;
}

/** Calls one operation as the playground does: with the viewer's rights, in the trail, and counted nowhere. */
async function runExample(
  viewer: Viewer,
  tool: DraftTool,
  { settings }: FinishedContent,
  operation: OperationContent,
  input: Arguments,
  bounds: { readonly eachMs: number; readonly whole: AbortSignal },
): Promise<JudgedRun> {
  const { name } = operation;
  const place: CallPlace = { channel: "playground", draftOf: tool.id };
  const seconds = Math.round(bounds.eachMs / 1000);
  try {
    const current = operationToRelease(tool.row, settings.dataClass, operation);
    const callable = await requireCallable(viewer, current, name, place);
    const call = await proposeCall(viewer, callable, input, place, "running");
    const execute = executeOperation({ viewer, place, log: null }, call);
    const outcome = await withinTime(bounds.eachMs, bounds.whole, (signal) =>
      performCall(viewer, call, place, execute, signal),
    );
    const judged = judgeOutcome(name, outcome);
    if (outcome.status !== "stopped") return judged;
    const message = bounds.whole.aborted
      ? "The time for all examples was over before it answered."
      : `It gave no answer within ${seconds} seconds.`;
    return { ...judged, message };
  } catch (error) {
    if (!isAppError(error)) throw error;
    // What a draft may not do before somebody has agreed to it is no fault of the tool.
    return { operation: name, state: "left-out", message: error.message };
  }
}

/**
 * Calls each operation that only reads with its own example, against the content that is to be released. What succeeded a
 * moment ago for this viewer is not called again.
 */
export async function runExamples(
  viewer: Viewer,
  tool: DraftTool,
  content: FinishedContent,
  { most, eachMs, wholeMs }: ExampleBounds = standardBounds,
): Promise<CheckResult> {
  if (tool.facts.isBlocked) {
    const message = "The tool is blocked.";
    return runsCheck(
      content.operations.map(({ name }) => ({ operation: name, state: "left-out" as const, message })),
    );
  }
  const runs: JudgedRun[] = [];
  const waiting: { readonly at: number; readonly operation: OperationContent; readonly input: Arguments }[] =
    [];
  for (const [at, operation] of content.operations.entries()) {
    const example = exampleOf(operation);
    const leftOut = (message: string): JudgedRun => ({
      operation: operation.name,
      state: "left-out",
      message,
    });
    if ("leftOut" in example) runs[at] = leftOut(example.leftOut);
    else if (waiting.length === most) runs[at] = leftOut(`Only the first ${most} examples are run.`);
    else if (await asksModel(operation.binding)) runs[at] = leftOut("One of its steps needs a model.");
    else waiting.push({ at, operation, input: example.input });
  }
  await withinTime(wholeMs, new AbortController().signal, async (whole) => {
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { at, operation, input } = next;
        const key = hashJson({ toolId: tool.id, viewerId: viewer.id, operation });
        if (hasAnswered(key)) runs[at] = judgeAnswered(operation.name);
        else if (whole.aborted)
          runs[at] = { operation: operation.name, state: "left-out", message: "The time was over before." };
        else {
          const run = await runExample(viewer, tool, content, operation, input, { eachMs, whole });
          runs[at] = run;
          if (run.state === "succeeded") rememberAnswer(key);
        }
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, work));
  });
  return runsCheck(runs);
}

function judgeAnswered(operation: string): JudgedRun {
  return { operation, state: "succeeded", message: "It answered a moment ago." };
}
