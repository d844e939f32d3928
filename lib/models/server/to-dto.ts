import "server-only";
import {
  type AliasView,
  aliasViewSchema,
  type ProviderView,
  providerViewSchema,
} from "#lib/models/schema.ts";
import type { AliasRow, ProviderRow } from "#lib/models/server/repository.ts";

export function toProviderView(row: ProviderRow, hasSecret: boolean): ProviderView {
  return providerViewSchema.parse({ ...row, hasSecret, lastProbeAt: row.lastProbeAt?.toISOString() ?? null });
}

export function toAliasView(row: AliasRow, tools: number): AliasView {
  return aliasViewSchema.parse({
    ...row,
    tools,
    models: row.entries.map(({ model }) => ({
      id: model.id,
      name: model.name,
      displayName: model.displayName,
      provider: model.provider.name,
      isActive: model.isActive && model.provider.isActive,
    })),
  });
}
