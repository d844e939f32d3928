import "server-only";
import { callPart, withOutcome } from "#lib/runs/call-part.ts";
import type { ExecuteOperation, ExecutionContext } from "#lib/runs/server/execution-context.ts";
import type { Arguments, CallableOperation, StoredCall } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { performCall } from "#lib/tools/server/perform-call.ts";
import { proposeCall } from "#lib/tools/server/propose-call.ts";

/**
 * One call inside an agent's: stored and in the trail like any other, and shown under `parent`. Throws `invalid-input`
 * when the arguments do not fit.
 */
export async function runStep(
  context: ExecutionContext,
  parent: StoredCall,
  operation: CallableOperation,
  args: Arguments,
  signal: AbortSignal,
  execute: ExecuteOperation,
): Promise<ToolCallOutcome> {
  const place = { ...context.place, parentCallId: parent.id };
  const call = await proposeCall(context.viewer, operation, args, place, "running");
  const part = callPart(call, { parentCallId: parent.id, note: null });
  const at = context.log?.addPart(part);
  const outcome = await performCall(
    context.viewer,
    call,
    place,
    execute({ ...context, place }, call),
    signal,
  );
  if (at !== undefined) context.log?.replacePart(at, withOutcome(part, outcome));
  return outcome;
}
