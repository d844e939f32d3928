import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { canonicalJson } from "#lib/canonical-json.ts";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { SettingsInput, SettingsView } from "#lib/trust/change-input.ts";
import { rateAfterSettings } from "#lib/trust/server/rate-soon.ts";
import { insertSettings, settingsHistory } from "#lib/trust/server/settings-repository.ts";
import { settingsInForce } from "#lib/trust/server/trust-settings.ts";
import { readStoredSettings } from "#lib/trust/settings.ts";

/** Newest versions that are told. */
export const versionsShown = 20;

/** The settings in force and who changed them when and why; everybody may read how the number is made. */
export async function readSettings(): Promise<SettingsView> {
  const [{ id, settings }, rows] = await Promise.all([settingsInForce(), settingsHistory(versionsShown)]);
  const history = rows.map(({ settings: stored, setAt, ...row }) => ({
    ...row,
    setAt: setAt.toISOString(),
    settings: readStoredSettings(stored),
  }));
  return { id, settings, history };
}

/** Puts new settings into force and has every tool rated by them. The ones before stay on record. */
export async function changeSettings(viewer: Viewer, input: SettingsInput): Promise<SettingsView> {
  requirePermission(viewer, "policy:write");
  const { settings, reason } = input;
  await transaction(async () => {
    const before = await settingsInForce();
    if (before.id !== input.basedOn) {
      throw new AppError("conflict", "Somebody changed the settings while you were looking at them.", {
        mend: "Read them again, and change them then.",
      });
    }
    if (canonicalJson(before.settings) === canonicalJson(settings)) {
      throw new AppError("conflict", "Nothing differs from the settings in force.");
    }
    const setAt = now();
    const id = newId(setAt);
    const by = { setById: viewer.id, setBy: viewer.name, setAt, source: currentSource() };
    await insertSettings({ id, settings, reason, ...by });
    await recordEvent({
      type: "trust.settings-changed",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "trust-settings", id, name: "Trust rating" },
      reason,
      changes: { before: before.settings, after: settings },
    });
    await enqueue(rateAfterSettings, {});
  });
  return readSettings();
}
