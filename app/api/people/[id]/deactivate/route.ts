import { z } from "zod";
import { personDetailSchema, reasonSchema } from "#lib/identity/person.ts";
import { deactivatePerson } from "#lib/identity/server/deactivate-person.ts";
import { getPerson } from "#lib/identity/server/get-person.ts";
import { defineRoute } from "../../../define-route.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/people/{id}/deactivate",
  summary: "End a person's access and all sessions",
  permission: "person:administer",
  params: z.object({ id: z.uuid() }),
  body: reasonSchema,
  response: personDetailSchema,
  handler: async ({ viewer, params, body }) => {
    await deactivatePerson(viewer, { ...body, personId: params.id });
    return getPerson(viewer, params);
  },
});
