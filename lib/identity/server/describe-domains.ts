import "server-only";
import { notFound } from "#lib/errors.ts";
import { type DomainProfile, domainProfileSchema } from "#lib/identity/domain.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { allDomains, type DomainRow, domainBySlug } from "#lib/identity/server/domain-repository.ts";

function toProfile(row: DomainRow): DomainProfile {
  return domainProfileSchema.parse({
    ...row,
    // A lead who left leads nothing: the domain shows that it has none.
    lead: row.lead?.isActive ? row.lead : null,
    teams: row.teams.map(({ _count, ...team }) => ({ ...team, people: _count.people })),
  });
}

/** All domains, by name. */
export async function describeDomains(_viewer: Viewer): Promise<DomainProfile[]> {
  return (await allDomains()).map(toProfile);
}

export async function describeDomain(_viewer: Viewer, slug: string): Promise<DomainProfile> {
  const row = await domainBySlug(slug);
  if (!row) throw notFound("The domain");
  return toProfile(row);
}
