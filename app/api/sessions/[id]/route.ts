import { z } from "zod";
import { endSession } from "#lib/identity/server/end-session.ts";
import { defineRoute } from "../../define-route.ts";

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/sessions/{id}",
  summary: "End one of my sessions; any session for an administrator",
  permission: "portal:read",
  params: z.object({ id: z.uuid() }),
  response: z.object({ ended: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await endSession(viewer, params);
    return { ended: true as const };
  },
});
