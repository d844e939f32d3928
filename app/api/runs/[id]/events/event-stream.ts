import { drainSignal } from "#lib/drain.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { viewerOfSession } from "#lib/identity/server/current-viewer.ts";
import { log } from "#lib/log.ts";
import { followRun } from "#lib/runs/server/follow-run.ts";

const heartbeatMs = 4_000;

/**
 * A run's events in the SSE format: the sequence number as id, so that a browser which lost its connection goes on
 * where it was. Every 4 s a comment keeps the connection alive and the session is checked
 * again: a stream must not outlive its session by more than seconds.
 */
export function eventStream(
  viewer: Viewer,
  runId: string,
  after: number,
  closed: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const end = new AbortController();
  let isCancelled = false;
  const signal = AbortSignal.any([closed, end.signal, drainSignal()]);
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => {
        const check = async () => {
          if (await viewerOfSession(viewer.sessionId)) send(": here\n\n");
          else {
            send("event: session-ended\ndata: {}\n\n");
            end.abort();
          }
        };
        check().catch(() => end.abort());
      }, heartbeatMs);
      try {
        send("retry: 1000\n\n");
        for await (const event of followRun(viewer, runId, after, signal)) {
          send(`id: ${event.sequence}\ndata: ${JSON.stringify(event.payload)}\n\n`);
        }
        if (!signal.aborted) send("event: end\ndata: {}\n\n");
      } catch (error) {
        if (!signal.aborted) log.error({ err: error, runId }, "a run's stream broke");
      } finally {
        clearInterval(heartbeat);
        if (!closed.aborted && !isCancelled) controller.close();
      }
    },
    cancel() {
      isCancelled = true;
      end.abort();
    },
  });
}
