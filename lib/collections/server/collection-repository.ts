import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const columns = {
  id: true,
  slug: true,
  title: true,
  text: true,
  madeBy: true,
  changedAt: true,
  source: true,
  domain: { select: { id: true, slug: true, name: true } },
  tools: { orderBy: { position: "asc" }, select: { toolId: true, note: true } },
} as const satisfies Prisma.CollectionSelect;
export type CollectionRow = Prisma.CollectionGetPayload<{ select: typeof columns }>;

export async function allCollections(domainId?: string): Promise<CollectionRow[]> {
  return db().collection.findMany({
    ...(domainId ? { where: { domainId } } : {}),
    orderBy: { title: "asc" },
    select: columns,
  });
}

export async function collectionBySlug(slug: string): Promise<CollectionRow | null> {
  return db().collection.findUnique({ where: { slug }, select: columns });
}

export async function slugsLike(start: string): Promise<Set<string>> {
  const rows = await db().collection.findMany({
    where: { slug: { startsWith: start } },
    select: { slug: true },
  });
  return new Set(rows.map(({ slug }) => slug));
}

export async function findDomainBySlug(slug: string): Promise<{ id: string; name: string } | null> {
  return db().domain.findUnique({ where: { slug }, select: { id: true, name: true } });
}

export type CollectedTool = { readonly toolId: string; readonly note: string };

async function insertTools(collectionId: string, tools: readonly CollectedTool[]): Promise<void> {
  await db().collectionTool.createMany({
    data: tools.map(({ toolId, note }, position) => ({ collectionId, toolId, note, position })),
  });
}

export async function insertCollection(
  data: Prisma.CollectionUncheckedCreateInput & { id: string },
  tools: readonly CollectedTool[],
): Promise<void> {
  await db().collection.create({ data, select: { id: true } });
  await insertTools(data.id, tools);
}

/** False when it was changed since `before`. */
export async function updateCollection(
  id: string,
  before: Date,
  data: { title: string; text: string; changedAt: Date },
  tools: readonly CollectedTool[],
): Promise<boolean> {
  const { count } = await db().collection.updateMany({ where: { id, changedAt: before }, data });
  if (count === 0) return false;
  await db().collectionTool.deleteMany({ where: { collectionId: id } });
  await insertTools(id, tools);
  return true;
}

export async function deleteCollection(id: string): Promise<boolean> {
  return (await db().collection.deleteMany({ where: { id } })).count === 1;
}
