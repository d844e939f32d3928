import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import {
  kindPreferenceSchema,
  notificationKindSchema,
  preferenceInputSchema,
} from "#lib/notifications/schema.ts";
import { changePreference } from "#lib/notifications/server/preferences.ts";

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/notifications/settings/{kind}",
  summary: "Choose where you are told of one kind of news",
  permission: "portal:read",
  params: z.object({ kind: notificationKindSchema }),
  body: preferenceInputSchema,
  response: kindPreferenceSchema,
  handler: ({ viewer, params, body }) => changePreference(viewer, params.kind, body),
});
