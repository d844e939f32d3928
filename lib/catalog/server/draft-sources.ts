import "server-only";
import { readableSources } from "#lib/catalog/server/may-read-source.ts";
import type { EntryRow } from "#lib/catalog/server/repository.ts";
import { contentOfEntry } from "#lib/catalog/server/tool-content.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { ownSources } from "#lib/knowledge/server/own-sources.ts";

/**
 * Whether a draft may answer from these sources for the viewer, before anybody has reviewed it: those that the viewer
 * could read anyway, has set up, or whose team is theirs, and those that the published tool answers from.
 */
export async function mayTrySources(
  viewer: Viewer,
  entry: EntryRow,
  ids: readonly string[],
): Promise<boolean> {
  const [readable, own, { operations }] = await Promise.all([
    readableSources(viewer),
    ownSources(viewer, ids),
    contentOfEntry(entry),
  ]);
  const served = new Set(
    operations.flatMap(({ binding }) => (binding.kind === "knowledge" ? binding.sourceIds : [])),
  );
  return ids.every((id) => readable.has(id) || own.has(id) || served.has(id));
}
