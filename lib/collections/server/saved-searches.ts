import "server-only";
import { now } from "#lib/clock.ts";
import {
  mostSavedSearches,
  type NewSearch,
  type SavedSearch,
  savedSearchSchema,
} from "#lib/collections/saved-search.ts";
import { searchOfAddress } from "#lib/collections/search-address.ts";
import { recordSavedSearch } from "#lib/collections/server/audit-events.ts";
import {
  deleteSavedSearch,
  hasSearchNamed,
  insertSavedSearch,
  ownedSearch,
  type SearchRow,
  searchesOf,
  setSearchName,
} from "#lib/collections/server/search-repository.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const toDto = (row: SearchRow): SavedSearch =>
  savedSearchSchema.parse({ ...row, savedAt: row.savedAt.toISOString() });

function nameInUse(name: string): AppError {
  return new AppError("conflict", `You have saved a search as “${name}” already.`, {
    mend: "Choose another name.",
    fields: [{ path: "name", message: "You have saved another search under this name." }],
  });
}

async function ownedSearchOrThrow(viewer: Viewer, id: string): Promise<SearchRow> {
  const row = await ownedSearch(viewer.id, id);
  if (!row) throw notFound("The saved search");
  return row;
}

/** The searches that the viewer saved, by name. */
export async function listSavedSearches(viewer: Viewer): Promise<SavedSearch[]> {
  return (await searchesOf(viewer.id)).map(toDto);
}

/** Saves words, filters and order of the catalog under a name. */
export async function saveSearch(viewer: Viewer, input: NewSearch): Promise<SavedSearch> {
  const query = searchOfAddress(input.query);
  if (query === "") throw invalidInput("query", "There is nothing to save: write words or choose a filter.");
  const savedAt = now();
  const row: SearchRow = { id: newId(savedAt), name: input.name, query, savedAt };
  await transaction(async () => {
    if ((await searchesOf(viewer.id)).length >= mostSavedSearches) {
      throw new AppError("conflict", `You have saved ${mostSavedSearches} searches, and there is no room.`, {
        mend: "Delete some that you no longer need.",
      });
    }
    if (!(await insertSavedSearch({ ...row, personId: viewer.id }))) throw nameInUse(row.name);
    await recordSavedSearch(viewer, "search.saved", row, { before: null, after: { name: row.name, query } });
  });
  return toDto(row);
}

/** Gives a saved search another name. */
export async function renameSearch(viewer: Viewer, id: string, name: string): Promise<SavedSearch> {
  return transaction(async () => {
    const row = await ownedSearchOrThrow(viewer, id);
    if (row.name === name) return toDto(row);
    if (await hasSearchNamed(viewer.id, name, id)) throw nameInUse(name);
    await setSearchName(viewer.id, id, name);
    const changes = { before: { name: row.name }, after: { name } };
    await recordSavedSearch(viewer, "search.renamed", { id, name }, changes);
    return toDto({ ...row, name });
  });
}

export async function deleteSearch(viewer: Viewer, id: string): Promise<void> {
  await transaction(async () => {
    const { name, query } = await ownedSearchOrThrow(viewer, id);
    if (await deleteSavedSearch(viewer.id, id)) {
      await recordSavedSearch(
        viewer,
        "search.deleted",
        { id, name },
        { before: { name, query }, after: null },
      );
    }
  });
}
