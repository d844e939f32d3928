import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { foundOperationsSchema, operationsQuerySchema } from "#lib/catalog/found-operations.ts";
import { findOperations } from "#lib/catalog/server/find-operations.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/operations",
  summary: "Find operations of a tool, some at a time",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  query: operationsQuerySchema,
  response: foundOperationsSchema,
  handler: ({ viewer, params, query }) => findOperations(viewer, params.slug, query),
});
