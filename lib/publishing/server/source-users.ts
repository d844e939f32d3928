import "server-only";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { SourceUsers } from "#lib/knowledge/manage-source.ts";
import { toolIdsWithSource } from "#lib/publishing/server/source-users-repository.ts";

/** The tools that answer from a knowledge source, drafts and waiting releases included. */
export async function sourceUsers(viewer: Viewer, sourceId: string): Promise<SourceUsers> {
  const ids = await toolIdsWithSource(sourceId);
  if (ids.length === 0) return { names: [], hidden: 0 };
  const { cards } = await loadCards(viewer);
  const names = ids.flatMap((id) => cards.get(id)?.name ?? []).sort((a, b) => a.localeCompare(b));
  return { names, hidden: ids.length - names.length };
}
