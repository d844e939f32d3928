import "server-only";
import type { Actor } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { AppError } from "#lib/errors.ts";
import { closingEvents } from "#lib/runs/closing-events.ts";
import { isFinished, type NoticePart, type RunEventPayload, type RunStatus } from "#lib/runs/schema.ts";
import { jsonOrNull, moveRun, voidApprovals } from "#lib/runs/server/repository.ts";
import type { RunLog } from "#lib/runs/server/run-log.ts";
import type { TurnState } from "#lib/runs/turn.ts";
import { endOpenCalls } from "#lib/tools/server/end-open-calls.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type RunError = { readonly message: string; readonly mend: string | null };

type Rest = {
  readonly runId: string;
  readonly from: RunStatus;
  readonly to: RunStatus;
  readonly error?: RunError | null;
  readonly notice?: NoticePart;
  readonly modelName?: string;
  readonly state?: TurnState;
  /** Joins the same transaction. */
  readonly also?: () => Promise<unknown>;
};

/** The run was ended or moved on elsewhere: by another process, or by the person. */
export class RunMovedOn extends AppError {
  constructor() {
    super("conflict", "This answer has already ended.", { mend: "Reload to see what happened." });
  }
}

/**
 * Moves a run to where it waits or ends, and stores its parts, with the last events of its log, in one transaction.
 * Throws RunMovedOn when it is not in `from` any more; nothing is stored then.
 */
export async function restRun(log: RunLog, rest: Rest): Promise<void> {
  const error = rest.error ? { message: rest.error.message, mend: rest.error.mend } : null;
  const isOver = isFinished(rest.to);
  // The model that really answers stands in the log's own.
  const decision = log.decision ?? rest.state?.decision;
  const state = rest.state && { ...rest.state, decision: decision ?? null };
  const last: RunEventPayload[] = isOver ? closingEvents(log.parts) : [];
  if (rest.notice) last.push({ kind: "part", at: log.parts.length, part: rest.notice });
  last.push({ kind: "status", status: rest.to, waitingFor: null, error });
  await log.finish(last, async (parts, sequence) => {
    const at = now();
    const moved = await moveRun(rest.runId, rest.from, {
      status: rest.to,
      parts: parts as unknown as Prisma.InputJsonValue,
      lastSequence: sequence,
      error: jsonOrNull(error),
      heartbeatAt: at,
      // What is needed to go on holds a copy of the conversation; a run that will not go on needs it no more.
      ...(isOver && rest.to !== "interrupted"
        ? { state: jsonOrNull(null) }
        : state
          ? { state: jsonOrNull(state) }
          : {}),
      ...(decision ? { decision: jsonOrNull(decision) } : {}),
      ...(rest.modelName ? { modelName: rest.modelName } : {}),
      ...(isOver ? { finishedAt: at } : {}),
    });
    if (!moved) throw new RunMovedOn();
    await rest.also?.();
  });
}

/** Takes back the questions of a run that ends, so that nobody can answer them later; each is in the trail. */
export async function closeQuestions(
  run: { readonly id: string; readonly personId: string; readonly conversationId: string },
  actor: Actor,
  reason: string,
): Promise<void> {
  for (const callId of await voidApprovals(run.id, now())) {
    await recordEvent({
      type: "approval.voided",
      actor,
      target: { kind: "run", id: run.id, name: "Answer" },
      outcome: "refused",
      reason,
      conversationId: run.conversationId,
      runId: run.id,
      callId,
    });
  }
  await endOpenCalls(run);
}
