import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { endExemptionSchema } from "#lib/trust/change-input.ts";
import { endExemption } from "#lib/trust/server/exemptions.ts";

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/trust/exemptions/{id}",
  summary: "End an exemption from a gate before its day",
  permission: "policy:write",
  params: z.object({ id: z.uuid() }),
  body: endExemptionSchema,
  response: z.object({ isEnded: z.boolean() }),
  handler: async ({ viewer, params: { id }, body: { reason } }) => {
    await endExemption(viewer, id, reason);
    return { isEnded: true };
  },
});
