import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { notificationSchema, readMarkSchema } from "#lib/notifications/schema.ts";
import { markNotification } from "#lib/notifications/server/mark-notifications.ts";

export const PATCH = defineRoute({
  method: "PATCH",
  path: "/api/notifications/{id}",
  summary: "Mark a message as read or unread",
  permission: "portal:read",
  params: z.object({ id: z.uuid() }),
  body: readMarkSchema,
  response: notificationSchema,
  handler: ({ viewer, params, body }) => markNotification(viewer, params.id, body.isRead),
});
