import { defineRoute } from "#app/api/define-route.ts";
import { markedSchema, readAllSchema } from "#lib/notifications/schema.ts";
import { markAllRead } from "#lib/notifications/server/mark-notifications.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/notifications/read-marks",
  summary: "Mark all messages as read, of one kind or of every kind, up to a moment",
  permission: "portal:read",
  body: readAllSchema,
  response: markedSchema,
  handler: ({ viewer, body }) => markAllRead(viewer, body),
});
