import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { listOfferedKeys } from "#lib/publishing/server/source-operations.ts";
import { offeredKeysSchema, offeredQuerySchema } from "#lib/publishing/sources/schema.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/contracts/{id}/operations/keys",
  summary: "Keys of all usable operations that a search in a source finds",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), id: z.uuid() }),
  query: offeredQuerySchema,
  response: offeredKeysSchema,
  handler: ({ viewer, params, query }) => listOfferedKeys(viewer, params.slug, params.id, query),
});
