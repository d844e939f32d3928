import "server-only";
import { now } from "#lib/clock.ts";
import { type Role, roles, type Viewer, viewerSchema } from "#lib/identity/schema.ts";
import { findViewerRow, touchSession, type ViewerRow } from "#lib/identity/server/session-repository.ts";
import { expiryAfterUse, sessionLimits } from "#lib/identity/session.ts";

function rolesOf(row: ViewerRow): Role[] {
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
  const { assigned, isOwner, createdAt, lastSeenAt, ...facts } = row;
  return viewerSchema.parse({ ...facts, language: row.language === "pt" ? "pt" : "en", roles: rolesOf(row) });
}
