import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { recordSessionStarted } from "#lib/identity/server/audit-events.ts";
import { insertSession } from "#lib/identity/server/session-repository.ts";
import { expiryAfterUse } from "#lib/identity/session.ts";
import { requestContext } from "#lib/request-context.ts";

/**
 * Opens a session for a person who has proved who they are (or whom the demo seed plays), with its event.
 * @returns the session's id
 */
export async function startSession(person: { id: string; name: string }, provider: string): Promise<string> {
  return transaction(async () => {
    const at = now();
    const context = requestContext();
    const id = newId();
    await insertSession({
      id,
      personId: person.id,
      provider,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: expiryAfterUse(at, at),
      ip: context?.ip ?? null,
      userAgent: context?.client ?? null,
    });
    await recordSessionStarted(person, id, provider);
    return id;
  });
}
