import { defineRoute } from "#app/api/define-route.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { toolFileJsonSchema } from "#lib/publishing/tool-file/json-schema.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/schemas/weft.tool.v1.json",
  summary: "The JSON Schema of a tool's file, for editors that complete and check it",
  // Editors fetch it without a session; it says nothing about this portal's tools.
  permission: "public",
  response: { mediaType: "application/schema+json" },
  handler: async ({ request }) =>
    Response.json(toolFileJsonSchema(portalOrigin(request.headers)), {
      headers: { "content-type": "application/schema+json", "cache-control": "public, max-age=3600" },
    }),
});
