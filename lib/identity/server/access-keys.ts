import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, notFound } from "#lib/errors.ts";
import {
  type AccessKey,
  accessKeySchema,
  type CreatedKey,
  type CreateKeyInput,
  mostKeys,
} from "#lib/identity/access-key.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { recordKeyEvent } from "#lib/identity/server/access-key-events.ts";
import {
  countLivingKeys,
  insertKey,
  type KeyRow,
  keysOf,
  lockKeysOf,
  markKeyRevoked,
} from "#lib/identity/server/access-key-repository.ts";
import { hashOfToken, newToken, prefixOfToken } from "#lib/identity/server/access-key-token.ts";

const dayMs = 86_400_000;
/** How long a person still sees a key that has ended. */
const shownDays = 90;

function toAccessKey({ revokedAt, ...row }: KeyRow): AccessKey {
  const hasExpired = row.expiresAt.getTime() <= now().getTime();
  return accessKeySchema.parse({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    state: revokedAt ? "revoked" : hasExpired ? "expired" : "active",
  });
}

/** The viewer's own keys, the newest first, with those that ended in the last 90 days. */
export async function listAccessKeys(viewer: Viewer): Promise<AccessKey[]> {
  const rows = await keysOf(viewer.id, new Date(now().getTime() - shownDays * dayMs));
  return rows.map(toAccessKey);
}

/** Makes a key with the viewer's rights. Its text is in this answer and nowhere else. */
export async function createAccessKey(viewer: Viewer, input: CreateKeyInput): Promise<CreatedKey> {
  const token = newToken();
  const row = await transaction(async () => {
    const createdAt = now();
    await lockKeysOf(viewer.id);
    if ((await countLivingKeys(viewer.id, createdAt)) >= mostKeys) {
      throw new AppError("conflict", `You have ${mostKeys} keys, which is the most a person can have.`, {
        mend: "Revoke one that is no longer used.",
      });
    }
    const made = await insertKey({
      id: newId(createdAt),
      personId: viewer.id,
      name: input.name,
      prefix: prefixOfToken(token),
      hash: hashOfToken(token),
      scopes: input.scopes,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + input.days * dayMs),
    });
    await recordKeyEvent("key.created", viewer, made);
    return made;
  });
  return { key: toAccessKey(row), token };
}

/** Ends a key of the viewer's; it stops working with the next request. */
export async function revokeAccessKey(viewer: Viewer, { id }: { id: string }): Promise<AccessKey> {
  return transaction(async () => {
    const row = await markKeyRevoked(id, viewer.id, now());
    if (!row) throw notFound("This key");
    await recordKeyEvent("key.revoked", viewer, row);
    return toAccessKey(row);
  });
}
