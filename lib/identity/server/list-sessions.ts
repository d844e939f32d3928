import "server-only";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { findLivingSessions } from "#lib/identity/server/session-repository.ts";
import { toSessionDto } from "#lib/identity/server/to-session-dto.ts";
import type { SessionDto } from "#lib/identity/session.ts";

/** My living sessions, or those of another person for an administrator; the most recently used first. */
export async function listSessions(
  viewer: Viewer,
  input: { personId?: string | undefined } = {},
): Promise<SessionDto[]> {
  const personId = input.personId ?? viewer.id;
  if (personId !== viewer.id) requirePermission(viewer, "person:administer");
  return (await findLivingSessions(now(), personId)).map((row) => toSessionDto(viewer, row));
}
