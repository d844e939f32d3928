import { z } from "zod";
import { endSessionsOf } from "#lib/identity/server/end-session.ts";
import { defineRoute } from "../../../define-route.ts";

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/people/{id}/sessions",
  summary: "End all sessions of a person",
  permission: "person:administer",
  params: z.object({ id: z.uuid() }),
  response: z.object({ ended: z.number().int() }),
  handler: async ({ viewer, params }) => ({ ended: await endSessionsOf(viewer, { personId: params.id }) }),
});
