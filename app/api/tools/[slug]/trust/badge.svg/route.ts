import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { trustBadge } from "#lib/trust/badge.ts";
import { markOfTool } from "#lib/trust/server/mark-of-tool.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/trust/badge.svg",
  summary: "The trust mark of a tool as an image for wikis",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: { mediaType: "image/svg+xml" },
  handler: async ({ viewer, params }) => {
    const { name, mark } = await markOfTool(viewer, params.slug);
    return new Response(trustBadge(name, mark), {
      headers: { "content-type": "image/svg+xml; charset=utf-8", "cache-control": "private, max-age=300" },
    });
  },
});
