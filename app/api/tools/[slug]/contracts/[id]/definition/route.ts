import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { offeredDefinition } from "#lib/publishing/server/source-operations.ts";
import { offeredDefinitionSchema } from "#lib/publishing/sources/schema.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/contracts/{id}/definition",
  summary: "One definition of a source word for word, and the inputs it asks for",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), id: z.uuid() }),
  query: z.strictObject({ key: z.string().min(1).max(4000) }),
  response: offeredDefinitionSchema,
  handler: ({ viewer, params, query }) => offeredDefinition(viewer, params.slug, params.id, query.key),
});
