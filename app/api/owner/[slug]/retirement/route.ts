import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { lifecycleResultSchema, retireSchema } from "#lib/publishing/lifecycle.ts";
import { retireTool } from "#lib/publishing/server/change-lifecycle.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/owner/{slug}/retirement",
  summary: "Retire a tool now and for good; its page stays",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: retireSchema,
  response: lifecycleResultSchema,
  handler: ({ viewer, params, body }) => retireTool(viewer, params.slug, body.note),
});
