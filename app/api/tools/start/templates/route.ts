import { defineRoute } from "#app/api/define-route.ts";
import { toolTemplatesSchema } from "#lib/publishing/start-from/template.ts";
import { toolTemplates } from "#lib/publishing/start-from/templates/all-templates.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/start/templates",
  summary: "Templates that a new tool can begin from",
  permission: "portal:read",
  response: toolTemplatesSchema,
  handler: async () => ({ templates: [...toolTemplates] }),
});
