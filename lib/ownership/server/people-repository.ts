import "server-only";
import { db } from "#lib/db/client.ts";

export async function candidate(id: string) {
  return db().person.findUnique({
    where: { id },
    select: { id: true, name: true, isActive: true, teamId: true },
  });
}

export async function teamWithDomain(id: string) {
  return db().team.findUnique({
    where: { id },
    select: { id: true, name: true, domain: { select: { id: true, name: true } } },
  });
}

/** Active people of a team, by name. */
export async function membersOf(teamId: string) {
  return db().person.findMany({
    where: { teamId, isActive: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, jobTitle: true },
  });
}

type Lead = { readonly domainId: string; readonly id: string; readonly name: string };

/** Active leads of domains: those named on them and those with the role. */
export async function leadsOf(domainIds: readonly string[]): Promise<Lead[]> {
  return db().$queryRaw<Lead[]>`
    SELECT led.domain_id AS "domainId", p.id, p.name FROM (
      SELECT id AS domain_id, lead_id AS person_id FROM domain WHERE lead_id IS NOT NULL
      UNION
      SELECT domain_id, person_id FROM role_assignment WHERE role = 'domain-lead' AND domain_id IS NOT NULL
    ) led JOIN person p ON p.id = led.person_id
    WHERE p.is_active AND led.domain_id = ANY(${[...domainIds]}::uuid[])
    ORDER BY p.name, p.id`;
}

export async function administrators() {
  return db().person.findMany({
    where: { isActive: true, roles: { some: { role: "admin" } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
