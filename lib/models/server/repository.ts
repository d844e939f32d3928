import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export const modelColumns = {
  id: true,
  name: true,
  displayName: true,
  capabilities: true,
  contextLength: true,
  isActive: true,
} as const satisfies Prisma.ModelSelect;

export const providerColumns = {
  id: true,
  slug: true,
  name: true,
  type: true,
  baseUrl: true,
  settings: true,
  maxConcurrent: true,
  requestsPerMinute: true,
  tokensPerMinute: true,
  region: true,
  dataClassCeiling: true,
  isActive: true,
  lastProbeAt: true,
  lastProbeState: true,
  lastProbeError: true,
  lastProbeMs: true,
  models: { orderBy: { name: "asc" }, select: modelColumns },
} as const satisfies Prisma.ProviderSelect;

export type ProviderRow = Prisma.ProviderGetPayload<{ select: typeof providerColumns }>;

export async function allProviders(): Promise<ProviderRow[]> {
  return db().provider.findMany({ orderBy: { createdAt: "asc" }, select: providerColumns });
}

export async function providerBy(where: { id: string } | { slug: string }): Promise<ProviderRow | null> {
  return db().provider.findUnique({ where, select: providerColumns });
}

export async function insertProvider(data: Prisma.ProviderUncheckedCreateInput): Promise<void> {
  await db().provider.create({ data, select: { id: true } });
}

export async function updateProvider(id: string, data: Prisma.ProviderUncheckedUpdateInput): Promise<void> {
  await db().provider.update({ where: { id }, data, select: { id: true } });
}

export async function deleteProvider(id: string): Promise<void> {
  await db().provider.delete({ where: { id }, select: { id: true } });
}

export async function insertModel(data: Prisma.ModelUncheckedCreateInput): Promise<void> {
  await db().model.create({ data, select: { id: true } });
}

export async function updateModel(id: string, data: Prisma.ModelUncheckedUpdateInput): Promise<void> {
  await db().model.update({ where: { id }, data, select: { id: true } });
}

/** One model with the server that runs it. */
export async function modelBy(id: string) {
  return db().model.findUnique({
    where: { id },
    select: {
      ...modelColumns,
      provider: { select: { id: true, slug: true, name: true, type: true, isActive: true } },
    },
  });
}

export async function activeModels() {
  return db().model.findMany({
    where: { isActive: true, provider: { isActive: true } },
    orderBy: { createdAt: "asc" },
    select: {
      ...modelColumns,
      provider: {
        select: {
          id: true,
          slug: true,
          name: true,
          type: true,
          baseUrl: true,
          settings: true,
          dataClassCeiling: true,
          lastProbeState: true,
          maxConcurrent: true,
          requestsPerMinute: true,
          tokensPerMinute: true,
        },
      },
    },
  });
}

export type ActiveModelRow = Awaited<ReturnType<typeof activeModels>>[number];

const aliasColumns = {
  id: true,
  name: true,
  description: true,
  mode: true,
  entries: {
    orderBy: { position: "asc" },
    select: {
      weight: true,
      model: {
        select: {
          id: true,
          name: true,
          displayName: true,
          isActive: true,
          capabilities: true,
          provider: { select: { slug: true, name: true, type: true, isActive: true } },
        },
      },
    },
  },
} as const satisfies Prisma.ModelAliasSelect;

export type AliasRow = Prisma.ModelAliasGetPayload<{ select: typeof aliasColumns }>;

export async function allAliases() {
  return db().modelAlias.findMany({ orderBy: { name: "asc" }, select: aliasColumns });
}

export async function aliasByName(name: string) {
  return db().modelAlias.findUnique({ where: { name }, select: aliasColumns });
}

export async function aliasById(id: string) {
  return db().modelAlias.findUnique({ where: { id }, select: aliasColumns });
}

export async function updateAlias(id: string, data: { description: string; mode: string }): Promise<void> {
  await db().modelAlias.update({ where: { id }, data, select: { id: true } });
}

export async function deleteAlias(id: string): Promise<void> {
  await db().modelAlias.delete({ where: { id }, select: { id: true } });
}

/** How many tools are bound to each alias. */
export async function countBoundTools(): Promise<ReadonlyMap<string, number>> {
  const rows = await db().tool.groupBy({
    by: ["modelAlias"],
    where: { modelAlias: { not: null }, lifecycle: { not: "retired" } },
    _count: { _all: true },
  });
  return new Map(rows.flatMap((row) => (row.modelAlias ? [[row.modelAlias, row._count._all] as const] : [])));
}

/** Those of the models that exist, with what they can do. */
export async function modelsByIds(ids: readonly string[]) {
  return db().model.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, capabilities: true, provider: { select: { type: true } } },
  });
}

/** What the settings said when they were last connected; see prepare-models.ts. */
export async function readModelSetting(key: string): Promise<unknown> {
  return (await db().setting.findUnique({ where: { key }, select: { value: true } }))?.value;
}

export async function writeModelSetting(
  key: string,
  value: Prisma.InputJsonObject,
  updatedAt: Date,
): Promise<void> {
  await db().setting.upsert({
    where: { key },
    create: { key, value, updatedAt },
    update: { value, updatedAt },
    select: { key: true },
  });
}

export async function insertAlias(
  id: string,
  name: string,
  description: string,
  mode = "ordered",
): Promise<void> {
  await db().modelAlias.create({ data: { id, name, description, mode }, select: { id: true } });
}

/** Replaces the ordered models of an alias. */
export async function replaceAliasEntries(
  aliasId: string,
  entries: readonly { id: string; modelId: string; weight?: number }[],
): Promise<void> {
  await db().modelAliasEntry.deleteMany({ where: { aliasId } });
  await db().modelAliasEntry.createMany({
    data: entries.map((entry, position) => ({ ...entry, aliasId, position })),
  });
}
