import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { settlementInputSchema } from "#lib/trust/change-input.ts";
import { settleDispute } from "#lib/trust/server/disputes.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/trust/disputes/{id}/settlement",
  summary: "Settle a dispute about a tool's rating",
  permission: "audit:read",
  params: z.object({ id: z.uuid() }),
  body: settlementInputSchema,
  response: z.object({ outcome: z.string() }),
  handler: async ({ viewer, params: { id }, body }) => {
    await settleDispute(viewer, id, body);
    return { outcome: body.outcome };
  },
});
