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

/** A source that a person set up or whose team is theirs; null for any other. */
export async function sourceOfPerson(
  person: { readonly id: string; readonly teamId: string | null },
  slug: string,
) {
  const { id, teamId } = person;
  return db().knowledgeSource.findFirst({
    where: { slug, OR: [{ createdById: id }, ...(teamId ? [{ teamId }] : [])] },
    select: { id: true, name: true, domainId: true },
  });
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
