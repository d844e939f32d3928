import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { filterChoicesSchema } from "#lib/audit/schema.ts";
import { filterChoices } from "#lib/audit/server/filter-choices.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/audit/choices",
  summary: "What the explorer's filters offer",
  permission: "audit:read",
  query: z.strictObject({ words: z.string().max(100).default("") }),
  response: filterChoicesSchema,
  handler: ({ viewer, query }) => filterChoices(viewer, query.words),
});
