import { defineRoute } from "#app/api/define-route.ts";
import { newSearchSchema, savedSearchListSchema, savedSearchSchema } from "#lib/collections/saved-search.ts";
import { listSavedSearches, saveSearch } from "#lib/collections/server/saved-searches.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/saved-searches",
  summary: "The searches of the catalog that you saved",
  permission: "portal:read",
  response: savedSearchListSchema,
  handler: async ({ viewer }) => ({ searches: await listSavedSearches(viewer) }),
});

export const POST = defineRoute({
  method: "POST",
  path: "/api/saved-searches",
  summary: "Save a search of the catalog under a name",
  permission: "portal:read",
  body: newSearchSchema,
  response: savedSearchSchema,
  status: 201,
  handler: ({ viewer, body }) => saveSearch(viewer, body),
});
