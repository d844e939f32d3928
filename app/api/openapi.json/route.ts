import { defineRoute } from "#app/api/define-route.ts";
import { openApiDocument } from "#app/api/openapi.json/document.ts";
import { routeDefinitions } from "#app/api/route-definitions.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/openapi.json",
  summary: "This document",
  permission: "public",
  response: { mediaType: "application/json" },
  handler: async () =>
    Response.json(openApiDocument(await routeDefinitions()), {
      headers: { "cache-control": "public, max-age=60" },
    }),
});
