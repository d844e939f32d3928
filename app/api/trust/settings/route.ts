import { defineRoute } from "#app/api/define-route.ts";
import { settingsInputSchema, settingsViewSchema } from "#lib/trust/change-input.ts";
import { changeSettings, readSettings } from "#lib/trust/server/change-settings.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/trust/settings",
  summary: "Weights, floors and half-lives that ratings are computed with, and who changed them",
  permission: "portal:read",
  response: settingsViewSchema,
  handler: () => readSettings(),
});

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/trust/settings",
  summary: "Change what ratings are computed with, and rate every tool again",
  permission: "policy:write",
  body: settingsInputSchema,
  response: settingsViewSchema,
  handler: ({ viewer, body }) => changeSettings(viewer, body),
});
