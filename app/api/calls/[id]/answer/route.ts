import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { answerApproval } from "#lib/runs/server/answer-approval.ts";
import { jsonObjectSchema } from "#lib/tools/call.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/calls/{id}/answer",
  summary: "Answer a confirmation card; only the first answer counts",
  permission: "chat:use",
  params: z.object({ id: z.uuid() }),
  body: z.discriminatedUnion("answer", [
    z.strictObject({ answer: z.literal("run"), arguments: jsonObjectSchema.optional() }),
    z.strictObject({ answer: z.literal("decline") }),
  ]),
  response: z.object({ runId: z.uuid() }),
  handler: ({ viewer, params, body }) => answerApproval(viewer, params.id, body),
});
