import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { answerForm } from "#lib/runs/server/answer-form.ts";
import { jsonObjectSchema } from "#lib/tools/call.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/runs/{id}/forms/{formId}",
  summary: "Send or dismiss a form in the thread",
  permission: "chat:use",
  params: z.object({ id: z.uuid(), formId: z.uuid() }),
  body: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("send"), arguments: jsonObjectSchema }),
    z.strictObject({ kind: z.literal("dismiss") }),
  ]),
  response: z.object({ accepted: z.literal(true) }),
  handler: async ({ viewer, params, body }) => {
    await answerForm(viewer, params.id, params.formId, body);
    return { accepted: true as const };
  },
});
