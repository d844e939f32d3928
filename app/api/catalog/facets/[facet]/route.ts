import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { facetKeys } from "#lib/catalog/query-names.ts";
import { facetQuerySchema, foundFacetValuesSchema } from "#lib/catalog/schema.ts";
import { facetValues } from "#lib/catalog/server/facet-values.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/catalog/facets/{facet}",
  summary: "Find values to narrow a search by",
  permission: "portal:read",
  params: z.object({ facet: z.enum(facetKeys, "Choose a facet of the catalog.") }),
  query: facetQuerySchema,
  response: foundFacetValuesSchema,
  handler: ({ viewer, params, query }) => facetValues(viewer, params.facet, query),
});
