import { defineRoute } from "#app/api/define-route.ts";
import { settingsProgress } from "#lib/trust/server/settings-progress.ts";
import { settingsProgressSchema } from "#lib/trust/settings-progress.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/trust/settings/progress",
  summary: "How many tools have been rated with the settings in force",
  permission: "policy:write",
  response: settingsProgressSchema,
  handler: ({ viewer }) => settingsProgress(viewer),
});
