import { defineRoute } from "#app/api/define-route.ts";
import { inboxPageSchema, inboxQuerySchema } from "#lib/notifications/schema.ts";
import { listNotifications } from "#lib/notifications/server/list-notifications.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/notifications",
  summary: "Your inbox, newest first",
  permission: "portal:read",
  query: inboxQuerySchema,
  response: inboxPageSchema,
  handler: ({ viewer, query }) => listNotifications(viewer, query),
});
