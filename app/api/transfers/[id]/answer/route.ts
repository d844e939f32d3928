import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { offerAnswerSchema } from "#lib/ownership/transfer.ts";
import { answerOfferOfTool } from "#lib/publishing/server/hand-over-tool.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/transfers/{id}/answer",
  summary: "Accept or decline a tool that was offered to you",
  permission: "portal:read",
  params: z.object({ id: z.uuid() }),
  body: offerAnswerSchema,
  response: z.object({ slug: z.string(), name: z.string() }),
  handler: ({ viewer, params, body }) => answerOfferOfTool(viewer, params.id, body),
});
