import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { trustOfTool } from "#lib/trust/server/trust-of-tool.ts";
import { trustOfToolSchema } from "#lib/trust/view.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/trust",
  summary: "The rating of a tool with its components, gates, history and what would raise it",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: trustOfToolSchema,
  handler: ({ viewer, params }) => trustOfTool(viewer, params.slug),
});
