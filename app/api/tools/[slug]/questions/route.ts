import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { askAboutTool } from "#lib/catalog/server/ask-about-tool.ts";
import { askedQuestionSchema, questionInputSchema } from "#lib/ownership/question.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/questions",
  summary: "Ask the people who answer for a tool",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: questionInputSchema,
  response: askedQuestionSchema,
  status: 201,
  handler: ({ viewer, params, body }) => askAboutTool(viewer, params.slug, body.text),
});
