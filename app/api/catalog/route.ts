import { defineRoute } from "#app/api/define-route.ts";
import { catalogQuerySchema, catalogResultSchema } from "#lib/catalog/schema.ts";
import { searchCatalog } from "#lib/catalog/server/search-catalog.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/catalog",
  summary: "Search the tools that you may find",
  permission: "portal:read",
  keyScope: "tools:read",
  query: catalogQuerySchema,
  response: catalogResultSchema,
  handler: ({ viewer, query }) => searchCatalog(viewer, query),
});
