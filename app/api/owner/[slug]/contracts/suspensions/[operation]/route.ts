import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { answerSuspension } from "#lib/publishing/server/answer-suspension.ts";
import { answeredSuspensionSchema, answerSuspensionSchema } from "#lib/publishing/watch/schema.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/owner/{slug}/contracts/suspensions/{operation}",
  summary: "Decide on an operation that was suspended because the other side changed it",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), operation: z.string().max(200) }),
  body: answerSuspensionSchema,
  response: answeredSuspensionSchema,
  handler: ({ viewer, params, body }) => answerSuspension(viewer, params.slug, params.operation, body),
});
