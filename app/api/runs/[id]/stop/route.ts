import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { stopRun } from "#lib/runs/server/stop-run.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/runs/{id}/stop",
  summary: "Stop a run",
  permission: "chat:use",
  params: z.object({ id: z.uuid() }),
  response: z.object({ stopped: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await stopRun(viewer, params.id);
    return { stopped: true as const };
  },
});
