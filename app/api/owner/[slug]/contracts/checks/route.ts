import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { checkNow } from "#lib/publishing/server/check-now.ts";
import { checkedContractsSchema } from "#lib/publishing/watch/schema.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/owner/{slug}/contracts/checks",
  summary: "Compare a tool's operations with the servers they come from, now",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: checkedContractsSchema,
  handler: ({ viewer, params, request }) => checkNow(viewer, params.slug, request.signal),
});
