import "server-only";
import { searchesWithoutResult } from "#lib/catalog/server/repository.ts";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";

const dayMs = 86_400_000;

export type UnfoundSearch = { readonly query: string; readonly times: number; readonly last: string };

/** What several people searched for in the last days and did not find, most often first. */
export async function unfoundSearches(
  viewer: Viewer,
  { days, atLeast, limit }: { readonly days: number; readonly atLeast: number; readonly limit: number },
): Promise<UnfoundSearch[]> {
  requirePermission(viewer, "admin:read");
  const rows = await searchesWithoutResult(new Date(now().getTime() - days * dayMs), limit);
  return rows
    .filter(({ times }) => times >= atLeast)
    .map(({ query, times, last }) => ({ query, times, last: last.toISOString() }));
}
