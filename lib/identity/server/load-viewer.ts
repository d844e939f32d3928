import "server-only";
import { now } from "#lib/clock.ts";
import { type Role, roles, type Viewer, viewerSchema } from "#lib/identity/schema.ts";
import {
  findPersonRow,
  findViewerRow,
  type PersonRow,
  touchSession,
} from "#lib/identity/server/session-repository.ts";
import { expiryAfterUse, sessionLimits } from "#lib/identity/session.ts";

function rolesOf(row: PersonRow): Role[] {
  const held = new Set<Role>(["employee", ...row.assigned]);
  if (row.isOwner) held.add("owner");
  if (row.leadOf.length > 0) held.add("domain-lead");
  else held.delete("domain-lead");
  return roles.filter((role) => held.has(role));
}

/**
 * The person behind a session with the rights of this moment, or null when the session has ended or expired or the
 * person is deactivated. Open streams call it again every few seconds. Notes the use at most once a minute.
 */
export async function viewerOfSession(sessionId: string): Promise<Viewer | null> {
  const at = now();
  const row = await findViewerRow(sessionId, at);
  if (!row) return null;
  if (at.getTime() - row.lastSeenAt.getTime() >= sessionLimits.touchSeconds * 1000) {
    await touchSession(sessionId, at, expiryAfterUse(row.createdAt, at));
  }
  const { createdAt, lastSeenAt, ...person } = row;
  return viewerOf(person, { sessionId });
}

function viewerOf(row: PersonRow, how: Pick<Viewer, "sessionId" | "key">): Viewer {
  const { assigned, isOwner, ...facts } = row;
  const language = row.language === "pt" ? "pt" : "en";
  return viewerSchema.parse({ ...facts, ...how, language, roles: rolesOf(row) });
}

/** An active person for whom a program asks with one of their access keys, or null. */
export async function viewerWithKey(
  personId: string,
  key: NonNullable<Viewer["key"]>,
): Promise<Viewer | null> {
  const row = await findPersonRow(personId);
  // No session has the id of a key, so what needs a living session stays closed to programs.
  return row && viewerOf(row, { sessionId: key.id, key });
}
