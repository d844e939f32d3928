import { defineRoute } from "#app/api/define-route.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { aiCatalogMediaType } from "#lib/catalog/interop/ai-catalog.ts";
import { listAiCatalog } from "#lib/catalog/server/list-ai-catalog.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/ai-catalog.json",
  summary: "Every tool that you may find, as an AI Catalog",
  permission: "portal:read",
  response: { mediaType: aiCatalogMediaType },
  handler: async ({ viewer, request }) =>
    Response.json(await listAiCatalog(viewer, portalOrigin(request.headers)), {
      headers: { "content-type": aiCatalogMediaType },
    }),
});
