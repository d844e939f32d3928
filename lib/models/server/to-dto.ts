import "server-only";
import {
  type AliasView,
  aliasViewSchema,
  type ProviderView,
  providerViewSchema,
} from "#lib/models/schema.ts";
import { readSettings } from "#lib/models/server/connection-of.ts";
import { modelStanding } from "#lib/models/server/model-health.ts";
import type { AliasRow, ProviderRow } from "#lib/models/server/repository.ts";

function pausedModels({ models }: ProviderRow): ProviderView["paused"] {
  return models.flatMap(({ id, displayName: name, isActive }) => {
    const standing = modelStanding(id);
    if (!isActive || standing.is !== "open") return [];
    return [{ name, until: new Date(standing.until).toISOString(), reason: standing.why.message }];
  });
}

/** `secrets` are the names of those that are stored. */
export function toProviderView(row: ProviderRow, secrets: readonly string[]): ProviderView {
  return providerViewSchema.parse({
    ...row,
    settings: readSettings(row.settings),
    secrets: [...secrets].sort(),
    paused: pausedModels(row),
    lastProbeAt: row.lastProbeAt?.toISOString() ?? null,
  });
}

export function toAliasView(row: AliasRow, tools: number): AliasView {
  return aliasViewSchema.parse({
    ...row,
    tools,
    models: row.entries.map(({ model, weight }) => ({
      weight,
      id: model.id,
      name: model.name,
      displayName: model.displayName,
      provider: model.provider.name,
      isActive: model.isActive && model.provider.isActive,
    })),
  });
}
