import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { exportTool } from "#lib/publishing/server/export-tool.ts";

const mediaType = "application/yaml; charset=utf-8";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/tool.yaml",
  summary: "One tool as a file for its team's repository, for those who may edit it",
  // Who may edit hangs on the tool (owner, deputy, team, lead), so the use case decides it.
  permission: "portal:read",
  keyScope: "tools:read",
  params: z.object({ slug: z.string().max(80) }),
  query: z.strictObject({ of: z.enum(["published", "draft"]).default("published") }),
  response: { mediaType: "application/yaml" },
  handler: async ({ viewer, params, query, request }) =>
    new Response(await exportTool(viewer, params.slug, portalOrigin(request.headers), query.of), {
      headers: {
        "content-type": mediaType,
        "content-disposition": `attachment; filename="${params.slug}.tool.yaml"`,
      },
    }),
});
