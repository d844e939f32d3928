import "server-only";
import { knowledgeBindingSchema } from "#lib/catalog/operation.ts";
import { contentOfEntry } from "#lib/catalog/server/tool-content.ts";
import { sourceTeams } from "#lib/knowledge/server/source-teams.ts";
import type { DraftTool } from "#lib/publishing/server/tool-draft.ts";

function sourcesIn(operations: readonly { readonly binding: unknown }[]): string[] {
  return operations.flatMap(({ binding }) => knowledgeBindingSchema.safeParse(binding).data?.sourceIds ?? []);
}

/**
 * The knowledge sources that a draft would newly answer from although another team owns them. What the published version
 * answers from already stays allowed.
 */
export async function foreignSources(
  tool: DraftTool,
  operations: readonly { readonly binding: unknown }[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const wanted = sourcesIn(operations);
  if (wanted.length === 0) return [];
  const known = new Set(sourcesIn((await contentOfEntry(tool.row)).operations));
  const asked = [...new Set(wanted)].filter((id) => !known.has(id));
  const teams = await sourceTeams(asked);
  return asked.flatMap((id) => {
    const source = teams.get(id);
    if (source && source.teamId === tool.facts.teamId) return [];
    return [{ id, name: source?.name ?? "An unknown source" }];
  });
}
