import "server-only";
import { insertSearch } from "#lib/catalog/server/repository.ts";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** Keeps what was searched for, so that owners and leads see what nobody could find. */
export async function recordSearch(viewer: Viewer, query: string, results: number): Promise<void> {
  const occurredAt = now();
  await insertSearch({
    id: newId(occurredAt),
    query,
    normalized: query.toLowerCase().replace(/\s+/g, " ").trim(),
    personId: viewer.id,
    results,
    occurredAt,
    source: currentSource(),
  });
}
