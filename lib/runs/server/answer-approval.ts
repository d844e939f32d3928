import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { hashJson } from "#lib/canonical-hash.ts";
import { now } from "#lib/clock.ts";
import { afterCommit, transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { carryOut, type Resumption } from "#lib/runs/server/carry-out.ts";
import { approvalOfCall, moveRun, ownRun, takeAnswer } from "#lib/runs/server/repository.ts";
import { runPlace } from "#lib/runs/server/run-place.ts";
import { inBackground } from "#lib/runs/server/start-run.ts";
import { turnStateSchema } from "#lib/runs/turn.ts";
import type { Arguments, CallableOperation, StoredCall } from "#lib/tools/call.ts";
import { failedCall } from "#lib/tools/explain-error.ts";
import { approveCall } from "#lib/tools/server/approve-call.ts";
import { declineCall } from "#lib/tools/server/decline-call.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";
import { findOwnCall } from "#lib/tools/server/find-own-call.ts";
import { requireArguments } from "#lib/tools/server/propose-call.ts";

export type ApprovalAnswer =
  /** `arguments` only where the person edited them; they are stored, and the stored ones run. */
  { readonly answer: "run"; readonly arguments?: Arguments | undefined } | { readonly answer: "decline" };

const askAgain = "Ask again to see the new card.";
const alreadyAnswered = () =>
  new AppError("conflict", "This card has already been answered; only the first answer counts.", {
    mend: "Reload to see what happened.",
  });

/**
 * Takes the person's answer to a card. Only the first answer counts, and only from the person who was asked. Rights,
 * the operation's schema and the arguments are checked again at this moment; what runs is what is stored.
 */
export async function answerApproval(
  viewer: Viewer,
  callId: string,
  answer: ApprovalAnswer,
): Promise<{ runId: string }> {
  const [row, approval] = await Promise.all([findOwnCall(viewer, callId), approvalOfCall(viewer.id, callId)]);
  if (!approval) throw notFound("The call");
  if (approval.state !== "pending") throw alreadyAnswered();
  const run = await ownRun(viewer.id, approval.runId);
  if (!run) throw notFound("The run");
  const about = (operation: CallableOperation | null) => ({
    actor: { kind: "person", id: viewer.id, name: viewer.name } as const,
    ...(operation
      ? {
          target: { kind: "tool", id: operation.tool.id, name: operation.tool.name },
          domainId: operation.tool.domainId,
        }
      : { target: { kind: "tool", id: row.toolId, name: row.operationName } }),
    conversationId: run.conversationId,
    runId: run.id,
    callId,
  });

  const resume = async (resumption: Resumption) => {
    if (!(await moveRun(run.id, "waiting-approval", { status: "running", heartbeatAt: now() })))
      throw alreadyAnswered();
    await afterCommit(() => inBackground(() => carryOut(viewer, run.id, resumption)));
  };

  if (answer.answer === "decline") {
    await transaction(async () => {
      if (!(await takeAnswer(approval.id, "declined", now()))) throw alreadyAnswered();
      await declineCall(viewer, callId);
      await recordEvent({
        type: "approval.declined",
        ...about(null),
        details: { operation: row.operationName },
      });
      await resume({ kind: "declined" });
    });
    return { runId: run.id };
  }

  const { input } = turnStateSchema.parse(run.state);
  const place = runPlace(run, input);
  const operation = await findCallableOperation(
    viewer,
    { id: row.toolId },
    row.operationName,
    place,
    input.dataClass,
  );
  if (operation.schemaHash !== approval.schemaHash) {
    const changed = `${operation.tool.name} changed after this card was shown, so it was not run.`;
    await transaction(async () => {
      if (!(await takeAnswer(approval.id, "void", now()))) throw alreadyAnswered();
      await declineCall(viewer, callId, "refused");
      const reason = "The operation changed after it was shown.";
      await recordEvent({ type: "approval.voided", ...about(operation), outcome: "refused", reason });
      const outcome = { ...failedCall("contract-changed", changed, askAgain), durationMs: 0, attempts: 0 };
      await resume({ kind: "voided", outcome });
    });
    throw new AppError("contract-changed", changed, { mend: askAgain });
  }
  const args = answer.arguments ?? row.arguments;
  requireArguments(operation, args);
  const call: StoredCall = { id: callId, operation, arguments: args };
  const isEdited = hashJson(args) !== approval.argumentsHash;
  await transaction(async () => {
    if (!(await takeAnswer(approval.id, "approved", now()))) throw alreadyAnswered();
    await recordEvent({
      type: "approval.granted",
      ...about(operation),
      details: {
        operation: operation.name,
        argumentsHash: hashJson(args),
        isEdited,
        schemaHash: operation.schemaHash,
      },
    });
    if (!(await approveCall(viewer, call, place))) throw alreadyAnswered();
    await resume({ kind: "approved", call });
  });
  return { runId: run.id };
}
