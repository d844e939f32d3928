import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { ProbeInput, TypedConnection } from "#lib/models/administration.ts";
import { connectableTypes, providerTypeFacts } from "#lib/models/provider-types.ts";
import type { OfferedModel, ProbeResult } from "#lib/models/schema.ts";
import { asActor, recordModelEvent } from "#lib/models/server/audit-events.ts";
import { connectionOf } from "#lib/models/server/connection-of.ts";
import { insertProbe } from "#lib/models/server/health-repository.ts";
import { modelFetch } from "#lib/models/server/language-model.ts";
import { askForModels } from "#lib/models/server/list-models.ts";
import { forgetHealth } from "#lib/models/server/model-health.ts";
import { readAddress } from "#lib/models/server/read-connection.ts";
import { type ProviderRow, providerBy, updateProvider } from "#lib/models/server/repository.ts";

const missingSecret = (name: string): ProbeResult => ({
  state: "needs-sign-in",
  milliseconds: 0,
  message: `No key is stored for ${name}.`,
  mend: "Enter the key under Edit.",
  models: [],
});

const partOfWeft = (row: ProviderRow): ProbeResult => ({
  state: "connected",
  milliseconds: 0,
  message: "It is part of this process.",
  mend: null,
  models: row.models.map(
    ({ name, displayName, contextLength }): OfferedModel => ({ name, displayName, contextLength, told: {} }),
  ),
});

/** Looks whether a stored model server answers and takes its key. Never throws for what it meets. */
export async function probeProvider(row: ProviderRow): Promise<ProbeResult> {
  const type = connectableTypes.find((each) => each === row.type);
  if (!type) return partOfWeft(row);
  const connection = await connectionOf(row, modelFetch());
  const isMissing = providerTypeFacts[type].secrets.some(
    ({ field, isRequired }) => isRequired && !connection.secrets[field],
  );
  return isMissing ? missingSecret(row.name) : askForModels(type, connection);
}

/** Notes what a look found, on the provider and in its history, inside the transaction of the moment. */
export async function noteProbe(row: ProviderRow, result: ProbeResult): Promise<void> {
  const { state, milliseconds } = result;
  const at = now();
  const reason = state === "connected" ? null : [result.message, result.mend].filter(Boolean).join(" ");
  await updateProvider(row.id, {
    lastProbeAt: at,
    lastProbeState: state,
    lastProbeError: reason,
    lastProbeMs: milliseconds,
  });
  await insertProbe({ id: newId(at), providerId: row.id, at, state, reason, milliseconds });
}

/** Tries an address that is being written, with the secrets that were typed beside it. */
export async function probeTyped({ type, ...typed }: TypedConnection): Promise<ProbeResult> {
  const { baseUrl, settings, secrets } = readAddress(type, typed, []);
  return askForModels(type, {
    slug: "new",
    baseUrl,
    settings,
    secrets: Object.fromEntries(secrets),
    fetch: modelFetch(),
  });
}

/** Tries a connection: a stored one, whose state is noted, or one that is being written. */
export async function testConnection(viewer: Viewer, input: ProbeInput): Promise<ProbeResult> {
  requirePermission(viewer, "model:administer");
  if (!("providerId" in input)) return probeTyped(input);
  const row = await providerBy({ id: input.providerId });
  if (!row) throw notFound("The model server");
  const result = await probeProvider(row);
  if (row.baseUrl === null) return result;
  const isGood = result.state === "connected";
  // Somebody has looked and it answers, so its models are asked again at once.
  if (isGood) forgetHealth(row.models.map(({ id }) => id));
  await transaction(async () => {
    await noteProbe(row, result);
    await recordModelEvent("provider.tested", asActor(viewer), row, {
      outcome: isGood ? "succeeded" : "failed",
      ...(isGood ? {} : { reason: result.message }),
      details: { durationMs: result.milliseconds, models: result.models.length },
    });
  });
  return result;
}
