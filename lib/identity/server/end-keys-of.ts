import "server-only";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { recordKeyEvent } from "#lib/identity/server/access-key-events.ts";
import { livingKeyIds, lockKeysOf, markKeyRevoked } from "#lib/identity/server/access-key-repository.ts";

/** Revokes every living access key of a person, inside the caller's transaction, each with its event. */
export async function endKeysOf(viewer: Viewer, personId: string, reason: string): Promise<void> {
  const at = now();
  await lockKeysOf(personId);
  for (const id of await livingKeyIds(personId, at)) {
    const key = await markKeyRevoked(id, personId, at);
    if (key) await recordKeyEvent("key.revoked", viewer, key, { personId, reason });
  }
}
