import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { aiCatalog, aiCatalogMediaType } from "#lib/catalog/interop/ai-catalog.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/ai-catalog.json",
  summary: "One tool as an AI Catalog of one entry",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: { mediaType: aiCatalogMediaType },
  handler: async ({ viewer, params, request }) => {
    const tool = await getToolPage(viewer, params.slug);
    const publishedAt = tool.versions.find(({ isCurrent }) => isCurrent)?.publishedAt ?? null;
    return Response.json(aiCatalog([{ ...tool, publishedAt }], portalOrigin(request.headers)), {
      headers: { "content-type": aiCatalogMediaType },
    });
  },
});
