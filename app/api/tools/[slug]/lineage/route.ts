import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { lineageSchema } from "#lib/catalog/lineage.ts";
import { toolLineage } from "#lib/catalog/server/lineage.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/lineage",
  summary: "What a tool consumes and which tools consume it, two levels each way",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: lineageSchema,
  handler: ({ viewer, params }) => toolLineage(viewer, params.slug),
});
