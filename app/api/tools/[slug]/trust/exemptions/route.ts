import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { exemptionInputSchema } from "#lib/trust/change-input.ts";
import { grantExemption } from "#lib/trust/server/exemptions.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/trust/exemptions",
  summary: "Let a gate of a tool's rating not hold until a day",
  permission: "policy:write",
  params: z.object({ slug: z.string().max(80) }),
  body: exemptionInputSchema,
  response: z.object({ id: z.uuid() }),
  status: 201,
  handler: ({ viewer, params, body }) => grantExemption(viewer, params.slug, body),
});
