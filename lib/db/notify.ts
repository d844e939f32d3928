import "server-only";
import { databaseEngine, db } from "#lib/db/client.ts";
import type { NotificationListener } from "#lib/db/engine.ts";
import { isInTransaction, outsideTransaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";

/** PostgreSQL takes less than 8000 bytes; send ids, not content. */
const longestPayload = 7_900;

function checkChannel(channel: string): void {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(channel))
    throw new AppError("internal", `"${channel}" is no channel name.`);
}

/**
 * Tells every listening process, this one included. Inside a transaction it is sent with the commit, and not at all
 * after a rollback. The payload has at most 7900 bytes.
 */
export async function notify(channel: string, payload = ""): Promise<void> {
  checkChannel(channel);
  if (Buffer.byteLength(payload) > longestPayload) {
    throw new AppError("internal", `A notification on ${channel} has more than ${longestPayload} bytes.`);
  }
  await db().$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}

/**
 * Calls `listener` with each payload sent on a channel. After a lost connection it is called with undefined:
 * something may have been missed, so read again what you follow. Returns the way to stop.
 */
export async function listen(channel: string, listener: NotificationListener): Promise<() => Promise<void>> {
  checkChannel(channel);
  if (isInTransaction()) throw new AppError("internal", "Listening cannot begin inside a transaction.");
  return databaseEngine().listen(channel, (payload) => outsideTransaction(() => listener(payload)));
}
