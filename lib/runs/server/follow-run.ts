import "server-only";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { isFinished, type RunEvent, runStatusSchema } from "#lib/runs/schema.ts";
import { eventsAfter, ownRun } from "#lib/runs/server/repository.ts";
import { subscribe } from "#lib/runs/server/run-hub.ts";

/** Looks again even when no wake-up came, should one have been missed. */
const lookAgainMs = 5_000;

/** Whether an answer that had broken off has been continued since. */
async function wentOn(viewer: Viewer, runId: string, after: number): Promise<boolean> {
  const run = await ownRun(viewer.id, runId);
  return run !== null && (!isFinished(runStatusSchema.parse(run.status)) || run.lastSequence > after);
}

/**
 * The run's events after `after`, stored ones first, then those that come, until the run is finished or `signal`
 * fires. Any number of readers may follow, from any replica.
 */
export async function* followRun(
  viewer: Viewer,
  runId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<RunEvent> {
  const run = await ownRun(viewer.id, runId);
  if (!run) throw notFound("The run");
  if (isFinished(runStatusSchema.parse(run.status)) && run.lastSequence <= after) return;
  let last = after;
  let wake: () => void = () => undefined;
  const queue: RunEvent[] = [];
  let mustRead = true;
  const stop = await subscribe(runId, (events) => {
    if (events === "read-again") mustRead = true;
    else queue.push(...events);
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  try {
    while (!signal.aborted) {
      const [head] = queue;
      // Live events may come while stored ones are being read; what is stored is whole and in order.
      const mayLack = mustRead || (head !== undefined && head.sequence > last + 1);
      mustRead = false;
      const batch = mayLack ? await eventsAfter(runId, last) : queue.splice(0, 1);
      for (const event of batch) {
        if (event.sequence <= last) continue;
        last = event.sequence;
        yield event;
        if (event.payload.kind !== "status" || !isFinished(event.payload.status)) continue;
        if (event.payload.status !== "interrupted" || !(await wentOn(viewer, runId, last))) return;
      }
      while (queue[0] && queue[0].sequence <= last) queue.shift();
      if (queue.length > 0 || mustRead || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          mustRead = true;
          resolve();
        }, lookAgainMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (queue.length > 0) wake();
      });
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    stop();
  }
}
