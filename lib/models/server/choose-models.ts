import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { ChosenModels } from "#lib/models/administration.ts";
import type { ProviderView } from "#lib/models/schema.ts";
import { asActor, recordModelEvent } from "#lib/models/server/audit-events.ts";
import { getProvider } from "#lib/models/server/list-providers.ts";
import { insertModel, type ProviderRow, providerBy, updateModel } from "#lib/models/server/repository.ts";

const factsOf = (row: ProviderRow) => {
  const chosen = row.models.filter(({ isActive }) => isActive);
  return {
    models: chosen.map(({ name }) => name),
    capabilities: Object.fromEntries(chosen.map(({ name, capabilities }) => [name, capabilities])),
  };
};

/** Says which models of a server may be used. One that is left out is switched off and keeps its place in aliases. */
export async function chooseModels(
  viewer: Viewer,
  providerId: string,
  input: ChosenModels,
): Promise<ProviderView> {
  requirePermission(viewer, "model:administer");
  await transaction(async () => {
    const row = await providerBy({ id: providerId });
    if (!row) throw notFound("The model server");
    if (row.type === "embedded")
      throw new AppError("conflict", `${row.name} has one model, which is part of Weft.`);
    const known = new Map(row.models.map((model) => [model.name, model.id]));
    for (const { name, displayName, capabilities, contextLength } of input.models) {
      const facts = { displayName, capabilities, contextLength, isActive: true };
      const id = known.get(name);
      if (id) await updateModel(id, facts);
      else await insertModel({ id: newId(), providerId, name, createdAt: now(), ...facts });
    }
    const names = input.models.map(({ name }) => name);
    for (const model of row.models) {
      if (model.isActive && !names.includes(model.name)) await updateModel(model.id, { isActive: false });
    }
    const after = await providerBy({ id: providerId });
    await recordModelEvent("provider.models-chosen", asActor(viewer), row, {
      changes: { before: factsOf(row), after: after && factsOf(after) },
    });
  });
  return getProvider(viewer, providerId);
}
