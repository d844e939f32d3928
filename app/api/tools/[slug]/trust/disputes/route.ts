import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { disputeInputSchema } from "#lib/trust/change-input.ts";
import { openDispute } from "#lib/trust/server/disputes.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/trust/disputes",
  summary: "Say that a component of a tool's rating is wrong",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: disputeInputSchema,
  response: z.object({ id: z.uuid() }),
  status: 201,
  handler: ({ viewer, params, body }) => openDispute(viewer, params.slug, body),
});
