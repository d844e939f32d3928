import "server-only";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";

/** Notes one attempt under each key and returns the ids, in the order of the keys. */
export async function insertAttempts(keys: readonly string[], occurredAt: Date): Promise<string[]> {
  const data = keys.map((key) => ({ id: newId(), key, occurredAt }));
  await db().signInAttempt.createMany({ data });
  return data.map(({ id }) => id);
}

export async function countAttempts(key: string, since: Date): Promise<number> {
  return db().signInAttempt.count({ where: { key, occurredAt: { gt: since } } });
}

export async function deleteAttempts(ids: readonly string[]): Promise<void> {
  await db().signInAttempt.deleteMany({ where: { id: { in: [...ids] } } });
}

export async function deleteAttemptsBefore(time: Date): Promise<void> {
  await db().signInAttempt.deleteMany({ where: { occurredAt: { lte: time } } });
}
