import "server-only";
import type { DomainRef, TeamRef } from "#lib/identity/person.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { findDomains, findTeams } from "#lib/identity/server/people-repository.ts";

/** All domains and teams of the organisation, by name; everybody may see them. */
export async function teamsAndDomains(_viewer: Viewer): Promise<{ domains: DomainRef[]; teams: TeamRef[] }> {
  const [domains, teams] = await Promise.all([findDomains(), findTeams()]);
  return { domains, teams };
}
