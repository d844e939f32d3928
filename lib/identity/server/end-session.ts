import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { notFound } from "#lib/errors.ts";
import { hasPermission, type Viewer } from "#lib/identity/schema.ts";
import { asActor, recordSessionEnded } from "#lib/identity/server/audit-events.ts";
import { findPerson } from "#lib/identity/server/directory-repository.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import {
  findLivingSession,
  findLivingSessions,
  markSessionEnded,
  type SessionRow,
} from "#lib/identity/server/session-repository.ts";
import type { SessionEndReason } from "#lib/identity/session.ts";

type Who = { readonly id: string; readonly name: string };

async function end(session: SessionRow, actor: Who, reason: SessionEndReason): Promise<void> {
  if (!(await markSessionEnded(session.id, now(), reason))) return;
  await recordSessionEnded(asActor(actor), session.person, session.id, reason);
}

/** Ends one of my own sessions, or anybody's as an administrator. It stops working with the next request. */
export async function endSession(viewer: Viewer, { id }: { id: string }): Promise<void> {
  await transaction(async () => {
    const session = await findLivingSession(id, now());
    const isMine = session?.personId === viewer.id;
    if (!session || (!isMine && !hasPermission(viewer, "person:administer"))) throw notFound("This session");
    await end(session, viewer, isMine ? "ended-by-person" : "ended-by-administrator");
  });
}

/** For administrators: ends every session of a person, who can sign in again. Returns how many there were. */
export async function endSessionsOf(viewer: Viewer, { personId }: { personId: string }): Promise<number> {
  requirePermission(viewer, "person:administer");
  return transaction(async () => {
    if (!(await findPerson(personId, now()))) throw notFound("This person");
    const sessions = await findLivingSessions(now(), personId);
    for (const session of sessions) await end(session, viewer, "ended-by-administrator");
    return sessions.length;
  });
}

/** Sign-out: ends the session of this cookie. A session that has ended already stays as it is. */
export async function signOut(sessionId: string): Promise<void> {
  await transaction(async () => {
    const session = await findLivingSession(sessionId, now());
    if (session) await end(session, session.person, "signed-out");
  });
}
