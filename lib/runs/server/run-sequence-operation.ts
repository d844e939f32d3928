import "server-only";
import { isAppError } from "#lib/errors.ts";
import { type Proposal, type SequenceResult, sequenceResultSchema } from "#lib/runs/sequence-result.ts";
import { enterAgent } from "#lib/runs/server/enter-agent.ts";
import type { ExecuteOperation, ExecutionContext } from "#lib/runs/server/execution-context.ts";
import { repeated } from "#lib/runs/server/repeated-output.ts";
import { runStep } from "#lib/runs/server/run-step.ts";
import type { CallableOperation, StoredCall } from "#lib/tools/call.ts";
import { failedCall } from "#lib/tools/explain-error.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { prepareStep, type SequenceState, sequenceOutput } from "#lib/tools/sequence.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";

const itWaits = "It changes something, so it waits for you.";

type StepResult = SequenceResult["steps"][number];

/** The write step that a sequence prepared, if its outcome holds one. */
export function proposalOf(outcome: ToolCallOutcome): Proposal | null {
  return sequenceResultSchema.safeParse(outcome.result?.content).data?.proposal ?? null;
}

/**
 * Runs a fixed sequence: each step with the person's own rights at that moment, its inputs taken from the request
 * and from earlier outputs, all under one call. A step that changes something is prepared, not run.
 */
export async function runSequenceOperation(
  context: ExecutionContext,
  call: StoredCall,
  signal: AbortSignal,
  execute: ExecuteOperation,
): Promise<ToolCallOutcome> {
  const { binding } = call.operation;
  if (binding.kind !== "agent") throw new Error("not an agent");
  const startedAt = performance.now();
  const tokens = { in: 0, out: 0 };
  const end = (outcome: Pick<ToolCallOutcome, "status" | "error" | "result">): ToolCallOutcome => ({
    ...outcome,
    durationMs: performance.now() - startedAt,
    attempts: 1,
    ...(tokens.in + tokens.out > 0 ? { tokens } : {}),
  });
  const entered = enterAgent(context, call);
  if ("refused" in entered) return end(entered.refused);

  const outputs: Record<string, unknown> = {};
  const steps: StepResult[] = [];
  let proposal: Proposal | null = null;
  for (const step of binding.steps) {
    if (signal.aborted)
      return end({
        ...failedCall("stopped", "Stopped.", "Ask again when you like."),
        result: resultOf(steps, outputs, null),
      });
    const state: SequenceState = { input: { ...call.arguments }, outputs };
    let operation: CallableOperation;
    try {
      operation = await findCallableOperation(
        context.viewer,
        { slug: step.tool },
        step.operation,
        context.place,
        context.dataClass,
      );
    } catch (error) {
      if (!isAppError(error)) throw error;
      const base = {
        id: step.id,
        title: step.title ?? step.id,
        tool: step.tool,
        toolName: step.tool,
        toolKind: "",
        operation: step.operation,
        output: null,
        outputSchema: null,
      };
      steps.push({ ...base, status: "failed", reason: error.message });
      if (step.optional) continue;
      return end({
        ...failedCall(
          "refused",
          `Step ${step.title ?? step.id} could not run: ${error.message}`,
          error.mend ?? "Ask the owner of the tool.",
        ),
        result: resultOf(steps, outputs, null),
      });
    }
    const base = {
      id: step.id,
      title: step.title ?? operation.title,
      tool: step.tool,
      toolName: operation.tool.name,
      toolKind: operation.toolKind,
      operation: step.operation,
      outputSchema: operation.outputSchema,
    };
    const prepared = prepareStep(step, state, operation.inputSchema);
    if (prepared.kind === "skip") {
      steps.push({ ...base, status: "skipped", reason: prepared.reason, output: null });
      continue;
    }
    if (prepared.kind === "missing") {
      const names = prepared.missing.map(({ from }) => from).join(", ");
      steps.push({ ...base, status: "failed", reason: `No value for ${names}.`, output: null });
      return end({
        ...failedCall(
          "missing-value",
          `Step ${base.title} had no value for ${names}.`,
          "Ask with more detail, or tell the owner of the tool.",
        ),
        result: resultOf(steps, outputs, null),
      });
    }
    if (!operation.annotations.readOnly) {
      proposal = {
        tool: step.tool,
        operation: step.operation,
        title: operation.title,
        arguments: { ...prepared.arguments },
      };
      steps.push({ ...base, status: "proposed", reason: itWaits, output: null });
      break;
    }
    const outcome = await runStep(entered.inside, call, operation, prepared.arguments, signal, execute).catch(
      (error: unknown) => {
        if (!isAppError(error)) throw error;
        return end(
          failedCall("invalid-arguments", error.message, error.mend ?? "Tell the owner of the tool."),
        );
      },
    );
    tokens.in += outcome.tokens?.in ?? 0;
    tokens.out += outcome.tokens?.out ?? 0;
    const output = outcome.result?.content ?? null;
    if (outcome.status === "succeeded") {
      outputs[step.id] = output;
      // The step was a sequence whose own last step waits for the person.
      proposal = proposalOf(outcome);
      if (proposal) {
        steps.push({ ...base, status: "proposed", reason: itWaits, output });
        break;
      }
      steps.push({ ...base, status: "succeeded", reason: null, output });
      continue;
    }
    steps.push({ ...base, status: "failed", reason: outcome.error?.message ?? "It failed.", output: null });
    if (!step.optional) {
      const error =
        outcome.error ?? failedCall("tool-failed", `Step ${base.title} failed.`, "Try again.").error;
      return end({
        status: outcome.status,
        error: { ...error, message: `Step ${base.title}: ${error.message}` },
        result: resultOf(steps, outputs, null),
      });
    }
  }
  const output = sequenceOutput(binding, { input: { ...call.arguments }, outputs });
  return end({ status: "succeeded", result: resultOf(steps, output, proposal) });
}

function resultOf(
  steps: readonly StepResult[],
  output: Readonly<Record<string, unknown>>,
  proposal: Proposal | null,
): NonNullable<ToolCallOutcome["result"]> {
  const content: SequenceResult = {
    steps: steps.map((step) => ({ ...step, output: repeated(step.output) })),
    output: Object.fromEntries(Object.entries(output).map(([name, value]) => [name, repeated(value)])),
    proposal,
  };
  const bytes = Buffer.byteLength(JSON.stringify(content));
  return { content, truncated: false, bytes, contentType: "application/json" };
}
