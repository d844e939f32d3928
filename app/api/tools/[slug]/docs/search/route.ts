import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { docsHitsSchema, docsSearchQuerySchema } from "#lib/catalog/docs/docs-hits.ts";
import { findInDocs } from "#lib/catalog/server/read-docs.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/docs/search",
  summary: "Sections of a tool's docs that say what is looked for",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  query: docsSearchQuerySchema,
  response: docsHitsSchema,
  handler: ({ viewer, params, query }) => findInDocs(viewer, params.slug, query),
});
