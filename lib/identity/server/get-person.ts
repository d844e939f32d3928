import "server-only";
import { now } from "#lib/clock.ts";
import { notFound } from "#lib/errors.ts";
import type { PersonDetail } from "#lib/identity/person.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { findPerson } from "#lib/identity/server/directory-repository.ts";
import { findDomains } from "#lib/identity/server/people-repository.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { findLivingSessions } from "#lib/identity/server/session-repository.ts";
import { toPersonDetail } from "#lib/identity/server/to-person-dto.ts";
import { toSessionDto } from "#lib/identity/server/to-session-dto.ts";

/** For administrators: one person with roles, living sessions, and what depends on them. */
export async function getPerson(viewer: Viewer, { id }: { id: string }): Promise<PersonDetail> {
  requirePermission(viewer, "person:administer");
  const at = now();
  const [row, domains, sessions] = await Promise.all([
    findPerson(id, at),
    findDomains(),
    findLivingSessions(at, id),
  ]);
  if (!row) throw notFound("This person");
  const living = sessions.map((session) => toSessionDto(viewer, session));
  return toPersonDetail(row, domains, living);
}
