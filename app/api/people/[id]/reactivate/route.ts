import { z } from "zod";
import { personDetailSchema, reasonSchema } from "#lib/identity/person.ts";
import { getPerson } from "#lib/identity/server/get-person.ts";
import { reactivatePerson } from "#lib/identity/server/reactivate-person.ts";
import { defineRoute } from "../../../define-route.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/people/{id}/reactivate",
  summary: "Let a deactivated person sign in again",
  permission: "person:administer",
  params: z.object({ id: z.uuid() }),
  body: reasonSchema,
  response: personDetailSchema,
  handler: async ({ viewer, params, body }) => {
    await reactivatePerson(viewer, { ...body, personId: params.id });
    return getPerson(viewer, params);
  },
});
