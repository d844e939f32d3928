import "server-only";
import { canonicalJson } from "#lib/canonical-json.ts";
import { now } from "#lib/clock.ts";
import { afterCommit, transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { EmbeddedChange, NewProvider, ProviderChange } from "#lib/models/administration.ts";
import { connectableTypes, type SecretField, secretFields } from "#lib/models/provider-types.ts";
import type { ProviderView } from "#lib/models/schema.ts";
import { asActor, recordModelEvent } from "#lib/models/server/audit-events.ts";
import { readSettings } from "#lib/models/server/connection-of.ts";
import { getProvider } from "#lib/models/server/list-providers.ts";
import { forgetHealth } from "#lib/models/server/model-health.ts";
import { type ReadConnection, readConnection } from "#lib/models/server/read-connection.ts";
import {
  deleteProvider,
  insertProvider,
  type ProviderRow,
  providerBy,
  updateProvider,
} from "#lib/models/server/repository.ts";
import { secretFields as secretFieldsOf, storeSecret } from "#lib/secrets/secret-store.ts";

type Facts = Pick<
  ProviderRow,
  | "name"
  | "baseUrl"
  | "region"
  | "dataClassCeiling"
  | "isActive"
  | "maxConcurrent"
  | "requestsPerMinute"
  | "tokensPerMinute"
>;

/** What the trail says of a provider: never a secret, only which ones there are. */
function factsOf(row: Facts, settings: unknown, secrets: readonly string[]) {
  const { name, baseUrl, region, dataClassCeiling, isActive } = row;
  const { maxConcurrent, requestsPerMinute, tokensPerMinute } = row;
  const limits = { maxConcurrent, requestsPerMinute, tokensPerMinute };
  const told = { ...limits, ...readSettings(settings) };
  return {
    name,
    baseUrl,
    region,
    dataClassCeiling,
    isActive,
    secrets: [...secrets].sort(),
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)),
  };
}

async function existing(id: string): Promise<ProviderRow> {
  const row = await providerBy({ id });
  if (!row) throw notFound("The model server");
  return row;
}

async function storedSecrets(id: string): Promise<readonly string[]> {
  return (await secretFieldsOf("provider", [id])).get(id) ?? [];
}

/** Connects a model server. Its secrets are sealed at once and never shown again. */
export async function addProvider(viewer: Viewer, input: NewProvider): Promise<ProviderView> {
  requirePermission(viewer, "model:administer");
  const { facts, secrets, settings } = readConnection(input.type, input, []);
  const at = now();
  const id = newId(at);
  try {
    await transaction(async () => {
      await insertProvider({ id, slug: input.slug, type: input.type, ...facts, settings, createdAt: at });
      for (const [field, value] of secrets) await storeSecret("provider", id, field, value);
      const entered = secrets.filter(([, value]) => value !== "").map(([field]) => field);
      const after = { type: input.type, ...factsOf({ ...facts, isActive: true }, settings, entered) };
      await recordModelEvent(
        "provider.created",
        asActor(viewer),
        { id, name: facts.name },
        { changes: { before: null, after } },
      );
    });
  } catch (error) {
    if (violatedUnique(error))
      throw invalidInput("slug", "Another model server has this short name. Choose another.");
    throw error;
  }
  return getProvider(viewer, id);
}

/** A stored secret goes only to the server that it was entered for. */
function requireSecretsForNewAddress(
  row: ProviderRow,
  next: ReadConnection,
  stored: readonly SecretField[],
): void {
  if (row.baseUrl === null || new URL(row.baseUrl).origin === new URL(next.facts.baseUrl).origin) return;
  const kept = stored.find((field) => !next.secrets.some(([entered]) => entered === field));
  if (!kept) return;
  throw invalidInput(
    kept,
    "The address is another server now, so enter its key. The stored key stays with the old address.",
  );
}

/** Changes a model server; the next call goes where it says. Its type stays. */
export async function changeProvider(
  viewer: Viewer,
  id: string,
  input: ProviderChange,
): Promise<ProviderView> {
  requirePermission(viewer, "model:administer");
  await transaction(async () => {
    const row = await existing(id);
    const type = connectableTypes.find((each) => each === row.type);
    if (!type) throw new AppError("conflict", `${row.name} is part of Weft and has no address.`);
    const stored = await storedSecrets(id);
    const known = secretFields.filter((field) => stored.includes(field));
    const next = readConnection(type, input, known);
    requireSecretsForNewAddress(row, next, known);
    const { facts, secrets, settings } = next;
    const hasMoved =
      row.baseUrl !== facts.baseUrl ||
      secrets.length > 0 ||
      canonicalJson(readSettings(row.settings)) !== canonicalJson(settings);
    await updateProvider(id, {
      ...facts,
      settings,
      isActive: input.isActive,
      ...(hasMoved
        ? { lastProbeAt: null, lastProbeState: null, lastProbeError: null, lastProbeMs: null }
        : {}),
    });
    for (const [field, value] of secrets) await storeSecret("provider", id, field, value);
    await recordModelEvent(
      "provider.changed",
      asActor(viewer),
      { id, name: facts.name },
      {
        changes: {
          before: factsOf(row, row.settings, stored),
          after: factsOf({ ...facts, isActive: input.isActive }, settings, await storedSecrets(id)),
        },
        details: { keyEntered: secrets.some(([, value]) => value !== "") },
      },
    );
    await afterCommit(() => forgetHealth(row.models.map((model) => model.id)));
  });
  return getProvider(viewer, id);
}

/** Changes what the embedded assistant may receive, or switches it off. */
export async function changeEmbedded(
  viewer: Viewer,
  id: string,
  input: EmbeddedChange,
): Promise<ProviderView> {
  requirePermission(viewer, "model:administer");
  await transaction(async () => {
    const row = await existing(id);
    if (row.type !== "embedded")
      throw new AppError("conflict", `${row.name} is a model server with an address.`);
    await updateProvider(id, input);
    await recordModelEvent("provider.changed", asActor(viewer), row, {
      changes: { before: factsOf(row, {}, []), after: factsOf({ ...row, ...input }, {}, []) },
    });
  });
  return getProvider(viewer, id);
}

/** Removes a model server with its models and its key; aliases go on with what is left. */
export async function removeProvider(viewer: Viewer, id: string, reason: string): Promise<void> {
  requirePermission(viewer, "model:administer");
  await transaction(async () => {
    const row = await existing(id);
    if (row.type === "embedded") {
      throw new AppError("conflict", `${row.name} is part of Weft and stays.`, {
        mend: "Switch it off instead.",
      });
    }
    const stored = await storedSecrets(id);
    for (const field of stored) await storeSecret("provider", id, field, "");
    await deleteProvider(id);
    const before = { ...factsOf(row, row.settings, stored), models: row.models.map(({ name }) => name) };
    await recordModelEvent("provider.removed", asActor(viewer), row, {
      reason,
      changes: { before, after: null },
    });
  });
}
