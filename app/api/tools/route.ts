import { defineRoute } from "#app/api/define-route.ts";
import { createdToolSchema, newToolSchema } from "#lib/publishing/new-tool.ts";
import { createTool } from "#lib/publishing/server/create-tool.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools",
  summary: "Begin a new tool: a draft that only its maker sees",
  permission: "portal:read",
  body: newToolSchema,
  response: createdToolSchema,
  status: 201,
  handler: ({ viewer, body }) => createTool(viewer, body),
});
