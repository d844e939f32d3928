import { z } from "zod";
import { listSessions } from "#lib/identity/server/list-sessions.ts";
import { sessionSchema } from "#lib/identity/session.ts";
import { defineRoute } from "../define-route.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/sessions",
  summary: "My living sessions",
  permission: "portal:read",
  response: z.array(sessionSchema),
  handler: async ({ viewer }) => listSessions(viewer),
});
