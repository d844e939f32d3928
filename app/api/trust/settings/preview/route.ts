import { defineRoute } from "#app/api/define-route.ts";
import { previewInputSchema } from "#lib/trust/change-input.ts";
import { settingsPreviewSchema } from "#lib/trust/preview.ts";
import { previewSettings } from "#lib/trust/server/preview-settings.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/trust/settings/preview",
  summary: "What other settings would do to the ratings, on the evidence of now; nothing is stored",
  permission: "policy:write",
  body: previewInputSchema,
  response: settingsPreviewSchema,
  handler: ({ viewer, body: { settings } }) => previewSettings(viewer, settings),
});
