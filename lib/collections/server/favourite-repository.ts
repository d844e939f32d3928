import "server-only";
import { db } from "#lib/db/client.ts";

/** False when it was there already. */
export async function insertFavourite(personId: string, toolId: string, addedAt: Date): Promise<boolean> {
  const { count } = await db().favourite.createMany({
    data: [{ personId, toolId, addedAt }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function deleteFavourite(personId: string, toolId: string): Promise<boolean> {
  return (await db().favourite.deleteMany({ where: { personId, toolId } })).count === 1;
}

export async function countFavourites(personId: string): Promise<number> {
  return db().favourite.count({ where: { personId } });
}

export async function favouriteIds(personId: string): Promise<string[]> {
  const rows = await db().favourite.findMany({
    where: { personId },
    orderBy: { tool: { name: "asc" } },
    select: { toolId: true },
  });
  return rows.map(({ toolId }) => toolId);
}

/** The tool of this address, if it is a favourite of the person. */
export async function favouriteBySlug(
  personId: string,
  slug: string,
): Promise<{ id: string; name: string } | null> {
  const row = await db().favourite.findFirst({
    where: { personId, tool: { slug } },
    select: { tool: { select: { id: true, name: true } } },
  });
  return row?.tool ?? null;
}
