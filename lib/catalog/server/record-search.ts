import "server-only";
import { insertSearch } from "#lib/catalog/server/repository.ts";
import { lastSearchOf, markOpened } from "#lib/catalog/server/search-repository.ts";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** The same words within this time are the same search. */
const sameSearchMs = 10 * 60_000;
/** Other words within this time say the same wish again, unless something was opened. */
const sameWishMs = 3 * 60_000;

type FinishedSearch = { readonly query: string; readonly results: number; readonly openedId: string | null };

/** Words that were only typed on or taken back are no other words. */
function isContinued(before: string, after: string): boolean {
  return after.startsWith(before) || before.startsWith(after);
}

/** Keeps what was searched for, so that owners and leads see what nobody could find, or only in other words. */
export async function recordSearch(
  viewer: Viewer,
  { query, results, openedId }: FinishedSearch,
): Promise<void> {
  const occurredAt = now();
  const normalized = query.toLowerCase().replace(/\s+/g, " ").trim();
  const last = await lastSearchOf(viewer.id, new Date(occurredAt.getTime() - sameSearchMs));
  if (last?.normalized === normalized) {
    if (openedId) await markOpened(last.id, openedId);
    return;
  }
  const isSaidAgain =
    last !== null &&
    last.openedId === null &&
    occurredAt.getTime() - last.occurredAt.getTime() <= sameWishMs &&
    !isContinued(last.normalized, normalized);
  await insertSearch({
    id: newId(occurredAt),
    query,
    normalized,
    personId: viewer.id,
    results,
    refinesId: isSaidAgain ? last.id : null,
    openedId,
    occurredAt,
    source: currentSource(),
  });
}
