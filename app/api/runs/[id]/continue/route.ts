import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { continueAnswer } from "#lib/chat/server/continue-answer.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/runs/{id}/continue",
  summary: "Let an answer that was cut off go on",
  permission: "chat:use",
  params: z.object({ id: z.uuid() }),
  response: z.object({ continued: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await continueAnswer(viewer, params.id);
    return { continued: true as const };
  },
});
