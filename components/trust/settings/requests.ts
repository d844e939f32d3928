import { queryOptions } from "@tanstack/react-query";
import { api } from "#lib/http/api-client.ts";
import { type SettingsInput, settingsViewSchema } from "#lib/trust/change-input.ts";
import { settingsPreviewSchema } from "#lib/trust/preview.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";
import { type SettingsProgress, settingsProgressSchema } from "#lib/trust/settings-progress.ts";

const path = "/api/trust/settings";

export function putSettings(body: SettingsInput) {
  return api(path, { method: "PUT", body, response: settingsViewSchema });
}

export function previewOf(settings: TrustSettings) {
  return api(`${path}/preview`, { method: "POST", body: { settings }, response: settingsPreviewSchema });
}

/** How far ratings have followed a version; asked again until all have. */
export function progressOf(settingsId: string | null, first: SettingsProgress) {
  return queryOptions({
    queryKey: ["trust", "settings-progress", settingsId],
    queryFn: ({ signal }) => api(`${path}/progress`, { response: settingsProgressSchema, signal }),
    initialData: first,
    refetchInterval: ({ state }) => (state.data && state.data.rated < state.data.tools ? 2000 : false),
  });
}
