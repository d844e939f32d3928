import { z } from "zod";
import { personNameSchema } from "#lib/identity/person.ts";
import { searchPeople } from "#lib/identity/server/search-people.ts";
import { defineRoute } from "../../define-route.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/people/names",
  summary: "Colleagues whose name or e-mail contains some words",
  permission: "portal:read",
  query: z.strictObject({
    words: z.string().max(100),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  response: z.array(personNameSchema),
  handler: async ({ viewer, query }) => searchPeople(viewer, query),
});
