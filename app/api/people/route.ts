import { peoplePageSchema, peopleQuerySchema } from "#lib/identity/person.ts";
import { listPeople } from "#lib/identity/server/list-people.ts";
import { defineRoute } from "../define-route.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/people",
  summary: "People by name, with roles and use",
  permission: "person:administer",
  query: peopleQuerySchema,
  response: peoplePageSchema,
  handler: async ({ viewer, query }) => listPeople(viewer, query),
});
