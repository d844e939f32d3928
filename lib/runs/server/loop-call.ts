import "server-only";
import { isAppError } from "#lib/errors.ts";
import type { Proposal, SequenceResult } from "#lib/runs/sequence-result.ts";
import type { ExecuteOperation, ExecutionContext } from "#lib/runs/server/execution-context.ts";
import type { LoopTool } from "#lib/runs/server/loop-tools.ts";
import type { WantedCall } from "#lib/runs/server/model-attempt.ts";
import { repeated } from "#lib/runs/server/repeated-output.ts";
import { proposalOf } from "#lib/runs/server/run-sequence-operation.ts";
import { runStep } from "#lib/runs/server/run-step.ts";
import { resultForModel } from "#lib/runs/server/tool-message.ts";
import { jsonObjectSchema, type StoredCall } from "#lib/tools/call.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";
import { requireArguments } from "#lib/tools/server/propose-call.ts";

export type LoopStep = SequenceResult["steps"][number];

/** What one wanted call came to: what the model is told, the step that is shown, and what waits for the person. */
export type LoopAnswer = {
  readonly told: unknown;
  readonly step: LoopStep;
  readonly proposal: Proposal | null;
  readonly tokens: number;
};

export type LoopPlace = {
  /** As inside the agent, see `enterAgent`. */
  readonly context: ExecutionContext;
  readonly parent: StoredCall;
  readonly signal: AbortSignal;
  readonly execute: ExecuteOperation;
};

const prepared =
  "This changes something, so it was not run: it waits for the person, who sees it with these values.";

/**
 * Carries out one call that the model of a loop asked for, with the person's rights at this moment. What is refused,
 * missing or wrong goes back to the model in words. What would change something is checked and prepared, not run.
 */
export async function answerLoopCall(
  { context, parent, signal, execute }: LoopPlace,
  { tool, operation: name }: LoopTool,
  wanted: WantedCall,
  id: string,
): Promise<LoopAnswer> {
  const facts = { id, tool, operation: name, output: null, outputSchema: null };
  const unknownTool = { ...facts, title: name, toolName: tool, toolKind: "" };
  const failed = (step: Omit<LoopStep, "status" | "reason">, reason: string, told: unknown): LoopAnswer => ({
    told,
    step: { ...step, status: "failed", reason },
    proposal: null,
    tokens: 0,
  });
  const input = jsonObjectSchema.safeParse(wanted.input);
  if (!input.success) {
    const error = "The arguments are not a JSON object.";
    return failed(unknownTool, error, { error });
  }
  let known = unknownTool;
  try {
    const operation = await findCallableOperation(
      context.viewer,
      { slug: tool },
      name,
      context.place,
      context.dataClass,
    );
    const { tool: toolFacts, toolKind, title, outputSchema } = operation;
    known = { ...known, title, toolName: toolFacts.name, toolKind };
    if (!operation.annotations.readOnly) {
      requireArguments(operation, input.data);
      return {
        told: { waiting: prepared },
        step: { ...known, status: "proposed", reason: "It changes something, so it waits for you." },
        proposal: { tool, operation: name, title, arguments: { ...input.data } },
        tokens: 0,
      };
    }
    const outcome = await runStep(context, parent, operation, input.data, signal, execute);
    const proposal = proposalOf(outcome);
    const isDone = outcome.status === "succeeded";
    return {
      told: resultForModel(outcome),
      step: {
        ...known,
        outputSchema,
        output: repeated(outcome.result?.content ?? null),
        status: proposal ? "proposed" : isDone ? "succeeded" : "failed",
        reason: isDone ? null : (outcome.error?.message ?? "It failed."),
      },
      proposal,
      tokens: (outcome.tokens?.in ?? 0) + (outcome.tokens?.out ?? 0),
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const told = { error: error.message, fields: error.fields, mend: error.mend };
    return failed(known, error.message, told);
  }
}
