import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { toolDocument, toolDocumentSchema } from "#lib/catalog/interop/tool-document.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { unsafeTrustSummary } from "#lib/trust/server/unsafe-trust-summary.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}",
  summary:
    "One tool as a JSON card: words, operations with schemas, owner, service level, trust, your access",
  permission: "portal:read",
  keyScope: "tools:read",
  params: z.object({ slug: z.string().max(80) }),
  response: toolDocumentSchema,
  handler: async ({ viewer, params, request }) => {
    const tool = await getToolPage(viewer, params.slug);
    return toolDocument(tool, await unsafeTrustSummary(tool.id), portalOrigin(request.headers));
  },
});
