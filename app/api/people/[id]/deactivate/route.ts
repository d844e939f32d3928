import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { personDetailSchema, reasonSchema } from "#lib/identity/person.ts";
import { getPerson } from "#lib/identity/server/get-person.ts";
import { deactivateAndHandOn } from "#lib/publishing/server/offboard.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/people/{id}/deactivate",
  summary: "End a person's access and all sessions, and hand on what they answer for",
  permission: "person:administer",
  params: z.object({ id: z.uuid() }),
  body: reasonSchema.extend({ fingerprint: z.string().max(100).optional() }),
  response: personDetailSchema,
  handler: async ({ viewer, params, body }) => {
    await deactivateAndHandOn(viewer, { ...body, personId: params.id });
    return getPerson(viewer, params);
  },
});
