import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const documentColumns = {
  id: true,
  slug: true,
  title: true,
  language: true,
  version: true,
  content: true,
  verifiedBy: true,
  verifiedAt: true,
  updatedAt: true,
} as const satisfies Prisma.DocumentSelect;

const { content: _content, ...listColumns } = documentColumns;

const sourceColumns = {
  id: true,
  slug: true,
  name: true,
  description: true,
  dataClass: true,
  domain: { select: { name: true } },
  team: { select: { name: true } },
} as const satisfies Prisma.KnowledgeSourceSelect;

export async function allDocuments() {
  return db().document.findMany({
    select: { ...documentColumns, sourceId: true, source: { select: { slug: true } } },
  });
}

export async function sourceBySlug(slug: string) {
  return db().knowledgeSource.findUnique({
    where: { slug },
    select: { ...sourceColumns, documents: { orderBy: { title: "asc" }, select: listColumns } },
  });
}

export async function documentBySlug(sourceId: string, slug: string) {
  return db().document.findUnique({ where: { sourceId_slug: { sourceId, slug } }, select: documentColumns });
}

export async function documentPlace(id: string) {
  return db().document.findUnique({
    where: { id },
    select: { slug: true, sourceId: true, source: { select: { slug: true } } },
  });
}

export async function sourcesWithDates(ids: readonly string[]) {
  return db().knowledgeSource.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { name: "asc" },
    select: { ...sourceColumns, documents: { select: { verifiedAt: true } } },
  });
}

export async function namesOfSources(ids: readonly string[]) {
  return db().knowledgeSource.findMany({
    where: { id: { in: [...ids] } },
    select: { slug: true, name: true },
    orderBy: { name: "asc" },
  });
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export async function teamsOfSources(ids: readonly string[]) {
  return db().knowledgeSource.findMany({
    where: { id: { in: ids.filter((id) => uuid.test(id)) } },
    select: { id: true, name: true, teamId: true },
  });
}

export async function sourcesBySlugs(slugs: readonly string[]) {
  return db().knowledgeSource.findMany({
    where: { slug: { in: [...slugs] } },
    select: { id: true, slug: true, teamId: true },
  });
}

export async function slugsOfSources(ids: readonly string[]) {
  return db().knowledgeSource.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, slug: true },
  });
}

export async function upsertSource(data: Prisma.KnowledgeSourceUncheckedCreateInput): Promise<void> {
  await db().knowledgeSource.upsert({
    where: { slug: data.slug },
    create: data,
    update: data,
    select: { id: true },
  });
}

export async function upsertDocument(data: Prisma.DocumentUncheckedCreateInput): Promise<void> {
  const { sourceId, slug } = data;
  const { id: _id, ...changes } = data;
  await db().document.upsert({
    where: { sourceId_slug: { sourceId, slug } },
    create: data,
    update: changes,
    select: { id: true },
  });
}
