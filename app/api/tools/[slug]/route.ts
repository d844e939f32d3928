import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { toolDocument, toolDocumentSchema } from "#lib/catalog/interop/tool-document.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}",
  summary: "One tool as a JSON card: words, operations with schemas, owner, service level, your access",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: toolDocumentSchema,
  handler: async ({ viewer, params, request }) =>
    toolDocument(await getToolPage(viewer, params.slug), portalOrigin(request.headers)),
});
