import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { eventStream } from "#app/api/runs/[id]/events/event-stream.ts";
import { notFound } from "#lib/errors.ts";
import { findRun } from "#lib/runs/server/find-run.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/runs/{id}/events",
  summary: "Follow a run as server-sent events, from any sequence number on",
  permission: "chat:use",
  params: z.object({ id: z.uuid() }),
  query: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
  response: { mediaType: "text/event-stream" },
  handler: async ({ viewer, params, query, request }) => {
    if (!(await findRun(viewer, params.id))) throw notFound("The run");
    const resumed = Number(request.headers.get("last-event-id") ?? 0);
    const after = Number.isInteger(resumed) ? Math.max(query.after, resumed) : query.after;
    return new Response(eventStream(viewer, params.id, after, request.signal), {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  },
});
