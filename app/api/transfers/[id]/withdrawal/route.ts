import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { withdrawalSchema } from "#lib/ownership/transfer.ts";
import { withdrawOfferOfTool } from "#lib/publishing/server/hand-over-tool.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/transfers/{id}/withdrawal",
  summary: "Take back the offer of a tool",
  permission: "portal:read",
  params: z.object({ id: z.uuid() }),
  body: withdrawalSchema,
  response: z.object({ slug: z.string() }),
  handler: async ({ viewer, params, body }) => ({
    slug: await withdrawOfferOfTool(viewer, params.id, body.note),
  }),
});
