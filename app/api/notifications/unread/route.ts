import { defineRoute } from "#app/api/define-route.ts";
import { unreadSchema } from "#lib/notifications/schema.ts";
import { countUnread } from "#lib/notifications/server/list-notifications.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/notifications/unread",
  summary: "How many of your messages are unread; 100 stands for 100 or more",
  permission: "portal:read",
  response: unreadSchema,
  handler: async ({ viewer }) => ({ unread: await countUnread(viewer) }),
});
