import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { countRatedWith } from "#lib/trust/server/results-repository.ts";
import { settingsInForce } from "#lib/trust/server/trust-settings.ts";
import type { SettingsProgress } from "#lib/trust/settings-progress.ts";

/** Of how many tools the newest rating was computed with the settings in force. */
export async function settingsProgress(viewer: Viewer): Promise<SettingsProgress> {
  requirePermission(viewer, "policy:write");
  const { id } = await settingsInForce();
  return countRatedWith(id);
}
