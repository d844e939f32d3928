import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { suggestionsSchema } from "#lib/catalog/schema.ts";
import { suggest } from "#lib/catalog/server/suggest.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/suggestions",
  summary: "Tools, then passages of documents, for words that are being typed",
  permission: "portal:read",
  query: z.strictObject({ q: z.string().max(500, "Ask with at most 500 characters here.") }),
  response: suggestionsSchema,
  handler: ({ viewer, query }) => suggest(viewer, query.q),
});
