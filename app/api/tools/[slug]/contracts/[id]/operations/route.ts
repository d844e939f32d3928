import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { listOffered } from "#lib/publishing/server/source-operations.ts";
import { offeredPageSchema, offeredQuerySchema } from "#lib/publishing/sources/schema.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/contracts/{id}/operations",
  summary: "One page of the operations that a source offers, beside what the draft holds of them",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), id: z.uuid() }),
  query: offeredQuerySchema,
  response: offeredPageSchema,
  handler: ({ viewer, params, query }) => listOffered(viewer, params.slug, params.id, query),
});
