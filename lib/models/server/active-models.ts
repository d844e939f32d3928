import "server-only";
import { activeModels, aliasByName } from "#lib/models/server/repository.ts";

export type ActiveModel = Awaited<ReturnType<typeof activeModels>>[number];

/** All models that are switched on, of providers that are switched on. */
export async function listActiveModels(): Promise<ActiveModel[]> {
  return activeModels();
}

/** The ordered models of an alias, or null when there is no such alias. */
export async function modelsOfAlias(name: string): Promise<{ name: string; modelIds: string[] } | null> {
  const alias = await aliasByName(name);
  return alias ? { name: alias.name, modelIds: alias.entries.map((entry) => entry.model.id) } : null;
}
