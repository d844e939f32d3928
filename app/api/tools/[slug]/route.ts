import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { toolPageSchema } from "#lib/catalog/schema.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}",
  summary: "One tool with its words, operations, evidence and versions",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: toolPageSchema,
  handler: ({ viewer, params }) => getToolPage(viewer, params.slug),
});
