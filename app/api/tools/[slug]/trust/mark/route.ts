import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { trustRatingSchema } from "#lib/trust/schema.ts";
import { markOfTool } from "#lib/trust/server/mark-of-tool.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/trust/mark",
  summary: "The trust mark of a tool: six values, number, band and what each of them says",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: trustRatingSchema,
  handler: async ({ viewer, params }) => (await markOfTool(viewer, params.slug)).mark,
});
