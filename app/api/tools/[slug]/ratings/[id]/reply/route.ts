import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { replyInputSchema } from "#lib/reviews/schema.ts";
import { replyToRating } from "#lib/reviews/server/reply-to-rating.ts";

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/tools/{slug}/ratings/{id}/reply",
  summary: "Reply to a rating of a tool that you may edit, or change the reply",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), id: z.uuid() }),
  body: replyInputSchema,
  response: z.object({ id: z.uuid(), repliedAt: z.iso.datetime() }),
  handler: ({ viewer, params, body }) => replyToRating(viewer, params.slug, params.id, body),
});
