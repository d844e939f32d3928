import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { filterChoices } from "#lib/audit/server/filter-choices.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/audit/choices",
  summary: "What the explorer's filters offer",
  permission: "audit:read",
  query: z.strictObject({ words: z.string().max(100).default("") }),
  response: z.object({
    types: z.array(z.string()),
    actors: z.array(z.object({ id: z.string(), name: z.string() })),
    targets: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
  }),
  handler: async ({ viewer, query }) => {
    const choices = await filterChoices(viewer, query.words);
    return { types: [...choices.types], actors: [...choices.actors], targets: [...choices.targets] };
  },
});
