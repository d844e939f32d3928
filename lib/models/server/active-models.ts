import "server-only";
import type { AliasMode } from "#lib/models/administration.ts";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import { activeModels, aliasByName } from "#lib/models/server/repository.ts";
import { weightedOrder } from "#lib/models/weighted-order.ts";

export type ActiveModel = Awaited<ReturnType<typeof activeModels>>[number];

/**
 * All models that are switched on, of providers that are switched on, and that answer in chat: a model that only makes
 * vectors or puts passages in order is not among them.
 */
export async function listActiveModels(): Promise<ActiveModel[]> {
  const rows = await activeModels();
  return rows.filter(
    ({ provider, capabilities }) =>
      provider.type === "embedded" || modelCapabilitiesSchema.parse(capabilities).generates,
  );
}

export type AliasModels = {
  readonly name: string;
  readonly mode: AliasMode;
  /** In the order in which to try them now; drawn anew each time where the alias is weighted. */
  readonly modelIds: string[];
  /** As an administrator wrote them. */
  readonly entries: readonly { readonly modelId: string; readonly weight: number }[];
};

/** The models of an alias, or null when there is no such alias. */
export async function modelsOfAlias(
  name: string,
  random: () => number = Math.random,
): Promise<AliasModels | null> {
  const alias = await aliasByName(name);
  if (!alias) return null;
  const entries = alias.entries.map(({ model, weight }) => ({ modelId: model.id, weight }));
  const mode = alias.mode === "weighted" ? "weighted" : "ordered";
  const order = mode === "weighted" ? weightedOrder(entries, random) : entries;
  return { name: alias.name, mode, entries, modelIds: order.map(({ modelId }) => modelId) };
}
