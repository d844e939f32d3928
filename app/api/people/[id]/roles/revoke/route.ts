import { z } from "zod";
import { personDetailSchema, roleChangeSchema } from "#lib/identity/person.ts";
import { getPerson } from "#lib/identity/server/get-person.ts";
import { revokeRole } from "#lib/identity/server/revoke-role.ts";
import { defineRoute } from "../../../../define-route.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/people/{id}/roles/revoke",
  summary: "Take a role from a person",
  permission: "person:administer",
  params: z.object({ id: z.uuid() }),
  body: roleChangeSchema,
  response: personDetailSchema,
  handler: async ({ viewer, params, body }) => {
    await revokeRole(viewer, { ...body, personId: params.id });
    return getPerson(viewer, params);
  },
});
