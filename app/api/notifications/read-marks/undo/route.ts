import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { undoMarkSchema } from "#lib/notifications/schema.ts";
import { undoMarkAllRead } from "#lib/notifications/server/mark-notifications.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/notifications/read-marks/undo",
  summary: "Take back what was marked as read at once, by the moment that the marking answered with",
  permission: "portal:read",
  body: undoMarkSchema,
  response: z.object({ count: z.number().int() }),
  handler: ({ viewer, body }) => undoMarkAllRead(viewer, body.readAt),
});
