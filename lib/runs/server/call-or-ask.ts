import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { hashJson } from "#lib/canonical-hash.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { callPart, withOutcome } from "#lib/runs/call-part.ts";
import type { CallPart } from "#lib/runs/schema.ts";
import { executeOperation } from "#lib/runs/server/execute-operation.ts";
import { insertApproval } from "#lib/runs/server/repository.ts";
import type { RunContext } from "#lib/runs/server/run-context.ts";
import type { Arguments, CallableOperation, StoredCall } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { performCall } from "#lib/tools/server/perform-call.ts";
import { proposeCall } from "#lib/tools/server/propose-call.ts";

export type CallResult =
  | {
      readonly kind: "called";
      readonly call: StoredCall;
      readonly outcome: ToolCallOutcome;
      readonly at: number;
    }
  | { readonly kind: "asked"; readonly call: StoredCall; readonly at: number };

/** Runs a call whose intent is stored, and shows it in the thread from start to end. */
export async function carryOutCall(
  context: RunContext,
  call: StoredCall,
  part: CallPart,
  at: number,
): Promise<ToolCallOutcome> {
  context.log.replacePart(at, { ...part, status: "running" });
  const outcome = await performCall(
    context.viewer,
    call,
    context.place,
    executeOperation({ ...context, dataClass: context.state.input.dataClass }, call),
    context.signal,
  );
  context.log.replacePart(at, withOutcome({ ...part, arguments: { ...call.arguments } }, outcome));
  return outcome;
}

/** Stores the call and asks the person; nothing goes out until they answer. */
async function ask(context: RunContext, operation: CallableOperation, args: Arguments): Promise<StoredCall> {
  return transaction(async () => {
    const call = await proposeCall(context.viewer, operation, args, context.place, "waiting-approval");
    await insertApproval({
      id: newId(now()),
      callId: call.id,
      runId: context.runId,
      personId: context.viewer.id,
      schemaHash: operation.schemaHash,
      argumentsHash: hashJson(args),
      createdAt: now(),
    });
    await recordEvent({
      type: "approval.requested",
      actor: { kind: "person", id: context.viewer.id, name: context.viewer.name },
      target: { kind: "tool", id: operation.tool.id, name: operation.tool.name },
      domainId: operation.tool.domainId,
      conversationId: context.conversationId,
      runId: context.runId,
      callId: call.id,
      details: { operation: operation.name, argumentsHash: hashJson(args), schemaHash: operation.schemaHash },
    });
    return call;
  });
}

/**
 * Calls a read-only operation at once; anything else is stored and shown as a card that waits for *Run* or
 * *Don't run*. Throws `invalid-input` when the arguments do not fit.
 */
export async function callOrAsk(
  context: RunContext,
  operation: CallableOperation,
  args: Arguments,
  facts: { readonly parentCallId?: string; readonly note?: string | null } = {},
): Promise<CallResult> {
  const about = { parentCallId: facts.parentCallId ?? null, note: facts.note ?? null };
  if (operation.annotations.readOnly) {
    const call = await proposeCall(context.viewer, operation, args, context.place, "running");
    const part = callPart(call, about);
    const at = context.log.addPart(part);
    const outcome = await carryOutCall(context, call, part, at);
    return { kind: "called", call, outcome, at };
  }
  const call = await ask(context, operation, args);
  const at = context.log.addPart({
    ...callPart(call, about),
    status: "waiting-approval",
    inputSchema: operation.inputSchema,
  });
  return { kind: "asked", call, at };
}
