import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { plannedToolSchema, reassignmentPreviewSchema } from "#lib/publishing/handover/reassignment.ts";
import { previewReassignment } from "#lib/publishing/server/reassign-tools.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/ownership/reassignments/preview",
  summary: "What handing over many tools would do to each of them",
  permission: "portal:read",
  body: reassignmentPreviewSchema,
  response: z.array(plannedToolSchema),
  handler: ({ viewer, body }) => previewReassignment(viewer, body),
});
