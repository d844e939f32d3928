import { defineRoute } from "#app/api/define-route.ts";
import { readStart } from "#lib/publishing/start-from/read-start.ts";
import { foundStartsSchema, readStartSchema } from "#lib/publishing/start-from/start.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/start/read",
  summary:
    "Tell what a file is (tool file, Backstage entry, MCP server.json, OpenAPI) and propose tools from it",
  permission: "portal:read",
  body: readStartSchema,
  maxBodyBytes: 6 * 1024 * 1024,
  response: foundStartsSchema,
  handler: async ({ body }) => readStart(body.text),
});
