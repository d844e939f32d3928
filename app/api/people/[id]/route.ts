import { z } from "zod";
import { personDetailSchema } from "#lib/identity/person.ts";
import { getPerson } from "#lib/identity/server/get-person.ts";
import { defineRoute } from "../../define-route.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/people/{id}",
  summary: "One person with roles, sessions, and what depends on them",
  permission: "person:administer",
  params: z.object({ id: z.uuid() }),
  response: personDetailSchema,
  handler: async ({ viewer, params }) => getPerson(viewer, params),
});
