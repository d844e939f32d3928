import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { cloneTool } from "#lib/publishing/server/clone-tool.ts";
import { clonedToolSchema, cloneToolSchema } from "#lib/publishing/start-from/clone.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/clone",
  summary: "Begin a new tool with what another one is; how it works only for those who may edit it",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: cloneToolSchema,
  response: clonedToolSchema,
  status: 201,
  handler: ({ viewer, params, body }) => cloneTool(viewer, params.slug, body),
});
