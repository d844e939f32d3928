import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { answeredQuestionSchema, answerInputSchema } from "#lib/ownership/answer.ts";
import { answerAboutTool } from "#lib/publishing/server/answer-about-tool.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/owner/{slug}/questions/{id}/answer",
  summary: "Answer a question about a tool that you may edit",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), id: z.uuid() }),
  body: answerInputSchema,
  response: answeredQuestionSchema,
  status: 201,
  handler: ({ viewer, params, body }) => answerAboutTool(viewer, params.slug, params.id, body.answer),
});
