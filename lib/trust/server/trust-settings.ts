import "server-only";
import { newestSettings } from "#lib/trust/server/settings-repository.ts";
import { readStoredSettings, standardSettings, type TrustSettings } from "#lib/trust/settings.ts";

export type SettingsInForce = {
  /** Null while nobody has changed the standard ones. */
  readonly id: string | null;
  readonly settings: TrustSettings;
};

/** The settings that ratings are computed with. What an older version of the product did not know has its standard. */
export async function settingsInForce(): Promise<SettingsInForce> {
  const row = await newestSettings();
  if (!row) return { id: null, settings: standardSettings };
  return { id: row.id, settings: readStoredSettings(row.settings) };
}
