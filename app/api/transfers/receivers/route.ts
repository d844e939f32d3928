import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { teamMembers } from "#lib/ownership/server/receivers.ts";
import { receiverSchema } from "#lib/ownership/transfer.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/transfers/receivers",
  summary: "Active people of a team, who could own a tool",
  permission: "portal:read",
  query: z.strictObject({ teamId: z.uuid() }),
  response: z.array(receiverSchema),
  handler: ({ viewer, query }) => teamMembers(viewer, query.teamId),
});
