import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { EmbeddedChange, NewProvider, ProviderChange } from "#lib/models/administration.ts";
import type { ProviderView } from "#lib/models/schema.ts";
import { asActor, recordModelEvent } from "#lib/models/server/audit-events.ts";
import { getProvider } from "#lib/models/server/list-providers.ts";
import {
  deleteProvider,
  insertProvider,
  type ProviderRow,
  providerBy,
  updateProvider,
} from "#lib/models/server/repository.ts";
import { secretFields, storeSecret } from "#lib/secrets/secret-store.ts";

const keyField = "apiKey";

async function hasKey(id: string): Promise<boolean> {
  return (await secretFields("provider", [id])).has(id);
}

function factsOf(
  row: Pick<ProviderRow, "name" | "baseUrl" | "region" | "dataClassCeiling" | "isActive">,
  key: boolean,
) {
  const { name, baseUrl, region, dataClassCeiling, isActive } = row;
  return { name, baseUrl, region, dataClassCeiling, isActive, hasKey: key };
}

async function existing(id: string): Promise<ProviderRow> {
  const row = await providerBy({ id });
  if (!row) throw notFound("The model server");
  return row;
}

/** Connects an OpenAI-compatible model server. Its key is sealed at once and never shown again. */
export async function addProvider(viewer: Viewer, input: NewProvider): Promise<ProviderView> {
  requirePermission(viewer, "model:administer");
  const { apiKey = "", ...facts } = input;
  const at = now();
  const id = newId(at);
  try {
    await transaction(async () => {
      await insertProvider({ id, ...facts, type: "openai-compatible", createdAt: at });
      await storeSecret("provider", id, keyField, apiKey);
      const after = factsOf({ ...facts, isActive: true }, apiKey !== "");
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

/** A stored key goes only to the server that it was entered for. */
function requireKeyForNewAddress(row: ProviderRow, input: ProviderChange, key: boolean): void {
  if (!key || input.apiKey !== undefined || row.baseUrl === null) return;
  if (new URL(row.baseUrl).origin === new URL(input.baseUrl).origin) return;
  throw invalidInput(
    "apiKey",
    "The address is another server now, so enter its key. The stored key stays with the old address.",
  );
}

/** Changes a model server; the next call goes where it says. */
export async function changeProvider(
  viewer: Viewer,
  id: string,
  input: ProviderChange,
): Promise<ProviderView> {
  requirePermission(viewer, "model:administer");
  await transaction(async () => {
    const row = await existing(id);
    if (row.type === "embedded")
      throw new AppError("conflict", `${row.name} is part of Weft and has no address.`);
    const key = await hasKey(id);
    requireKeyForNewAddress(row, input, key);
    const { apiKey, ...facts } = input;
    const hasMoved = row.baseUrl !== facts.baseUrl || apiKey !== undefined;
    await updateProvider(id, {
      ...facts,
      ...(hasMoved ? { lastProbeAt: null, lastProbeError: null, lastProbeMs: null } : {}),
    });
    if (apiKey !== undefined) await storeSecret("provider", id, keyField, apiKey);
    const keyAfter = apiKey === undefined ? key : apiKey !== "";
    await recordModelEvent(
      "provider.changed",
      asActor(viewer),
      { id, name: facts.name },
      {
        changes: { before: factsOf(row, key), after: factsOf(facts, keyAfter) },
        details: { keyEntered: apiKey !== undefined && apiKey !== "" },
      },
    );
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
      changes: { before: factsOf(row, false), after: factsOf({ ...row, ...input }, false) },
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
    const key = await hasKey(id);
    await storeSecret("provider", id, keyField, "");
    await deleteProvider(id);
    const before = { ...factsOf(row, key), models: row.models.map(({ name }) => name) };
    await recordModelEvent("provider.removed", asActor(viewer), row, {
      reason,
      changes: { before, after: null },
    });
  });
}
