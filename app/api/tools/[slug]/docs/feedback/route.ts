import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { docsFeedbackSchema, givenFeedbackSchema } from "#lib/catalog/docs/docs-schema.ts";
import { giveDocsFeedback } from "#lib/catalog/server/docs-feedback.ts";

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/tools/{slug}/docs/feedback",
  summary: "Say whether a page of a tool's docs helped, or change your answer",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: docsFeedbackSchema,
  response: givenFeedbackSchema,
  handler: ({ viewer, params, body }) => giveDocsFeedback(viewer, params.slug, body),
});
