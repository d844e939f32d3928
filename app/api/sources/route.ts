import { defineRoute } from "#app/api/define-route.ts";
import { createdSourceSchema, newSourceSchema } from "#lib/knowledge/new-source.ts";
import { createSource } from "#lib/knowledge/server/create-source.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/sources",
  summary: "Set up a knowledge source, which your team owns",
  permission: "portal:read",
  body: newSourceSchema,
  response: createdSourceSchema,
  status: 201,
  handler: ({ viewer, body }) => createSource(viewer, body),
});
