import "server-only";
import { db } from "#lib/db/client.ts";

const columns = { id: true, name: true, query: true, savedAt: true } as const;
export type SearchRow = { id: string; name: string; query: string; savedAt: Date };

export async function searchesOf(personId: string): Promise<SearchRow[]> {
  return db().savedSearch.findMany({ where: { personId }, orderBy: { name: "asc" }, select: columns });
}

export async function ownedSearch(personId: string, id: string): Promise<SearchRow | null> {
  return db().savedSearch.findFirst({ where: { id, personId }, select: columns });
}

/** False when the person has another search of this name. */
export async function insertSavedSearch(row: SearchRow & { personId: string }): Promise<boolean> {
  const { count } = await db().savedSearch.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

export async function hasSearchNamed(personId: string, name: string, exceptId: string): Promise<boolean> {
  const where = { personId, name, id: { not: exceptId } };
  return (await db().savedSearch.count({ where })) > 0;
}

export async function setSearchName(personId: string, id: string, name: string): Promise<void> {
  await db().savedSearch.updateMany({ where: { id, personId }, data: { name } });
}

export async function deleteSavedSearch(personId: string, id: string): Promise<boolean> {
  return (await db().savedSearch.deleteMany({ where: { id, personId } })).count === 1;
}
