import type { OperationContent } from "#lib/catalog/operation.ts";
import { type CheckResult, type ExampleRun, required } from "#lib/publishing/checks.ts";
import type { Arguments } from "#lib/tools/call.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";
import type { ToolCallOutcome, ToolErrorCode } from "#lib/tools/outcome.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";

/** An example's run, and whether its failure speaks against the tool itself. */
export type JudgedRun = ExampleRun & { readonly stopsRelease?: boolean };

/**
 * Failures that say nothing about the tool: of the person who runs the checks, of the moment, or of us. Whether servers can
 * be reached at all is a check of its own.
 */
const circumstances: ReadonlySet<ToolErrorCode> = new Set([
  "refused",
  "rate-limited",
  "tool-unreachable",
  "tool-timeout",
  "paused-after-failures",
  "stopped",
  "internal",
]);
const changingMethods: ReadonlySet<string> = new Set(["PUT", "PATCH", "DELETE"]);

function takesNothing({ inputSchema }: OperationContent): boolean {
  if (!isJsonObject(inputSchema)) return false;
  const { properties = {} } = inputSchema;
  return isJsonObject(properties) && Object.keys(properties).length === 0;
}

/** What an operation is called with in the checks, or why it is not called. */
export function exampleOf(operation: OperationContent): { input: Arguments } | { leftOut: string } {
  const { annotations, binding, inputSchema } = operation;
  if (annotations.destructive || !annotations.readOnly) return { leftOut: "It changes something." };
  if (binding.kind === "http" && changingMethods.has(binding.method))
    return { leftOut: `It is said to read only, but it is sent as ${binding.method}.` };
  if (binding.kind === "prompt" || binding.kind === "agent-loop") return { leftOut: "It needs a model." };
  if (binding.kind === "link") return { leftOut: "It runs elsewhere." };
  const input = operation.exampleInput ?? (takesNothing(operation) ? {} : undefined);
  if (input === undefined) return { leftOut: "It has no example." };
  if (!isJsonObject(input) || checkArguments(inputSchema, input).length > 0)
    return { leftOut: "Its example does not fit." };
  return { input };
}

/** What the outcome of a call says about an example. */
export function judgeOutcome(operation: string, { status, error, warnings }: ToolCallOutcome): JudgedRun {
  if (status === "succeeded") {
    const message = warnings?.[0] ? `It answered. ${warnings[0]}` : "It answered.";
    return { operation, state: "succeeded", message };
  }
  return {
    operation,
    state: "failed",
    message: error?.message ?? "It gave no result.",
    stopsRelease: error === undefined || !circumstances.has(error.code),
  };
}

const counted = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`;

/** The check over all examples. It stops a release when a failure speaks against the tool. */
export function runsCheck(judged: readonly JudgedRun[]): CheckResult {
  const runs = judged.map(({ operation, state, message }) => ({ operation, state, message }));
  const failed = judged.filter(({ state }) => state === "failed");
  const succeeded = judged.filter(({ state }) => state === "succeeded").length;
  const leftOut = judged.length - succeeded - failed.length;
  const ran =
    succeeded === 0 ? "No example was run." : `${counted(succeeded, "example", "examples")} answered.`;
  const passed = leftOut === 0 ? ran : `${ran} ${counted(leftOut, "operation", "operations")} left out.`;
  const problems = failed.map(({ operation, message }) => ({ at: operation, message }));
  const result = required("runs", problems, judged.length === 0 ? "There is nothing to run." : passed);
  const isOnlyCircumstance = failed.length > 0 && !failed.some(({ stopsRelease }) => stopsRelease);
  return { ...result, ...(isOnlyCircumstance ? { state: "warning", isRequired: false } : {}), runs };
}
