import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const keyColumns = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const satisfies Prisma.AccessKeySelect;
export type KeyRow = Prisma.AccessKeyGetPayload<{ select: typeof keyColumns }>;

/** A person's keys, the newest first; what ended long ago is left out. */
export async function keysOf(personId: string, endedAfter: Date): Promise<KeyRow[]> {
  return db().accessKey.findMany({
    where: {
      personId,
      expiresAt: { gt: endedAfter },
      OR: [{ revokedAt: null }, { revokedAt: { gt: endedAfter } }],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: keyColumns,
  });
}

/** Puts all who change one person's keys in a row, until the transaction ends. */
export async function lockKeysOf(personId: string): Promise<void> {
  await db().$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
}

export async function countLivingKeys(personId: string, at: Date): Promise<number> {
  return db().accessKey.count({ where: { personId, revokedAt: null, expiresAt: { gt: at } } });
}

export async function insertKey(data: Prisma.AccessKeyUncheckedCreateInput): Promise<KeyRow> {
  return db().accessKey.create({ data, select: keyColumns });
}

export async function livingKeyIds(personId: string, at: Date): Promise<string[]> {
  const where = { personId, revokedAt: null, expiresAt: { gt: at } };
  return (await db().accessKey.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** Revokes a living key of a person once; null when there is none. */
export async function markKeyRevoked(id: string, personId: string, at: Date): Promise<KeyRow | null> {
  const where = { id, personId, revokedAt: null, expiresAt: { gt: at } };
  const { count } = await db().accessKey.updateMany({ where, data: { revokedAt: at } });
  return count === 0 ? null : db().accessKey.findUniqueOrThrow({ where: { id }, select: keyColumns });
}

/** A key by what is kept of it, with its person, whatever became of either. */
export async function unsafeKeyByHash(hash: string) {
  return db().accessKey.findUnique({
    where: { hash },
    select: { ...keyColumns, person: { select: { id: true, name: true, isActive: true } } },
  });
}

export async function touchKey(id: string, lastUsedAt: Date): Promise<void> {
  await db().accessKey.updateMany({ where: { id }, data: { lastUsedAt } });
}
