import "server-only";
import { currentSource, now } from "#lib/clock.ts";
import { afterCommit, outsideTransaction } from "#lib/db/transaction.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { log } from "#lib/log.ts";
import { requestContext, withRequestContext } from "#lib/request-context.ts";
import { carryOut } from "#lib/runs/server/carry-out.ts";
import { insertRun, jsonOrNull } from "#lib/runs/server/repository.ts";
import type { TurnInput, TurnState } from "#lib/runs/turn.ts";

export type NewRun = {
  readonly id: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly userMessageId: string;
  readonly input: TurnInput;
};

/** Lets a run go on in the background, whatever becomes of the request that began it. */
export function inBackground(work: () => Promise<void>): void {
  const context = requestContext();
  outsideTransaction(() => {
    const started = () =>
      work().catch((error: unknown) => log.error({ err: error }, "a run ended unexpectedly"));
    void (context ? withRequestContext(context, started) : started());
  });
}

/** Stores a run in the transaction of the moment; it begins once that has committed. */
export async function startRun(viewer: Viewer, run: NewRun): Promise<void> {
  const state: TurnState = { input: run.input, driver: null, decision: null, waitingAt: null, model: null };
  const startedAt = now();
  await insertRun({
    id: run.id,
    conversationId: run.conversationId,
    messageId: run.messageId,
    userMessageId: run.userMessageId,
    personId: viewer.id,
    sessionId: viewer.sessionId,
    status: "running",
    state: jsonOrNull(state),
    requestId: requestContext()?.requestId ?? null,
    startedAt,
    heartbeatAt: startedAt,
    source: currentSource(),
  });
  await afterCommit(() => inBackground(() => carryOut(viewer, run.id, null)));
}
