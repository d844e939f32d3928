import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { activeModels, allAliases } from "#lib/models/server/repository.ts";

/** What a person may choose in chat: the aliases that have an active model, the default first. */
export async function listChatModels(_viewer: Viewer): Promise<{ alias: string; label: string }[]> {
  const [models, aliases] = await Promise.all([activeModels(), allAliases()]);
  const byId = new Map(models.map((row) => [row.id, row]));
  return aliases
    .flatMap((alias) => {
      const model = alias.entries.flatMap((entry) => byId.get(entry.model.id) ?? [])[0];
      return model
        ? [
            {
              alias: alias.name,
              label: alias.name === "default" ? model.displayName : `${alias.name}: ${model.displayName}`,
            },
          ]
        : [];
    })
    .sort((a, b) => Number(b.alias === "default") - Number(a.alias === "default"));
}
