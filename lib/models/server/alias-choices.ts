import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import { activeModels, allAliases } from "#lib/models/server/repository.ts";

export type AliasChoice = {
  readonly name: string;
  readonly description: string;
  /** A model that writes stands behind it now. */
  readonly writes: boolean;
};

/** The aliases that a tool can be bound to, by name; those without a model wait for an administrator. */
export async function aliasChoices(_viewer: Viewer): Promise<AliasChoice[]> {
  const [models, aliases] = await Promise.all([activeModels(), allAliases()]);
  const writing = new Set(
    models
      .filter(({ capabilities }) => modelCapabilitiesSchema.safeParse(capabilities).data?.generates)
      .map(({ id }) => id),
  );
  return aliases
    .map(({ name, description, entries }) => ({
      name,
      description,
      writes: entries.some(({ model }) => writing.has(model.id)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
