import { defineRoute } from "#app/api/define-route.ts";
import { preferencesSchema } from "#lib/notifications/schema.ts";
import { listPreferences } from "#lib/notifications/server/preferences.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/notifications/settings",
  summary: "What you are told, and where: inbox, e-mail",
  permission: "portal:read",
  response: preferencesSchema,
  handler: ({ viewer }) => listPreferences(viewer),
});
