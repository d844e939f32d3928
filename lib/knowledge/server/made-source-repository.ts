import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export async function insertSource(data: Prisma.KnowledgeSourceUncheckedCreateInput): Promise<void> {
  await db().knowledgeSource.create({ data, select: { id: true } });
}

/** Addresses that begin like this one. */
export async function slugsLike(slug: string): Promise<string[]> {
  const rows = await db().knowledgeSource.findMany({
    where: { slug: { startsWith: slug } },
    select: { slug: true },
  });
  return rows.map((row) => row.slug);
}

/** A source that a team owns; null for any other. */
export async function sourceOfTeam(teamId: string, slug: string) {
  return db().knowledgeSource.findFirst({
    where: { slug, teamId },
    select: {
      id: true,
      slug: true,
      name: true,
      description: true,
      dataClass: true,
      domainId: true,
      team: { select: { name: true } },
    },
  });
}

export async function updateSource(
  id: string,
  data: { readonly name: string; readonly description: string },
): Promise<void> {
  await db().knowledgeSource.update({ where: { id }, data, select: { id: true } });
}

/** Deletes a source with its documents. Returns how many there were. */
export async function deleteSourceRow(id: string): Promise<number> {
  const { count } = await db().document.deleteMany({ where: { sourceId: id } });
  await db().knowledgeSource.delete({ where: { id }, select: { id: true } });
  return count;
}

export async function documentsOfSource(sourceId: string) {
  return db().document.findMany({
    where: { sourceId },
    orderBy: { title: "asc" },
    select: { slug: true, title: true, verifiedAt: true, updatedAt: true },
  });
}

/** Deletes a document. Returns its title, or null when there is none of this address. */
export async function deleteDocument(sourceId: string, slug: string): Promise<string | null> {
  const row = await db().document.findUnique({
    where: { sourceId_slug: { sourceId, slug } },
    select: { id: true, title: true },
  });
  if (!row) return null;
  const { count } = await db().document.deleteMany({ where: { id: row.id } });
  return count === 1 ? row.title : null;
}

export async function documentSlugs(sourceId: string): Promise<string[]> {
  return (await db().document.findMany({ where: { sourceId }, select: { slug: true } })).map(
    (row) => row.slug,
  );
}

export async function sourcesOfTeam(teamId: string) {
  return db().knowledgeSource.findMany({
    where: { teamId },
    orderBy: { name: "asc" },
    select: {
      id: true,
      slug: true,
      name: true,
      description: true,
      dataClass: true,
      _count: { select: { documents: true } },
    },
  });
}

export async function sourceIdsMadeBy(personId: string): Promise<string[]> {
  const rows = await db().knowledgeSource.findMany({
    where: { createdById: personId },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
