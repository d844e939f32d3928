import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { reassignedToolSchema, reassignmentSchema } from "#lib/publishing/handover/reassignment.ts";
import { reassignTools } from "#lib/publishing/server/reassign-tools.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/ownership/reassignments",
  summary: "Hand over many tools, each whole or not at all",
  permission: "portal:read",
  body: reassignmentSchema,
  response: z.array(reassignedToolSchema),
  handler: ({ viewer, body }) => reassignTools(viewer, body),
});
