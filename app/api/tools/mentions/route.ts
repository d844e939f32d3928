import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { suggestMentions } from "#lib/catalog/server/suggest-mentions.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/mentions",
  summary: "Tools to name in a message, by the words typed so far",
  permission: "portal:read",
  query: z.strictObject({ words: z.string().max(80).default("") }),
  response: z.object({
    tools: z.array(z.object({ slug: z.string(), name: z.string(), purpose: z.string(), ready: z.string() })),
  }),
  handler: async ({ viewer, query }) => ({ tools: await suggestMentions(viewer, query.words) }),
});
