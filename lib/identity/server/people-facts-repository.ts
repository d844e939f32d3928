import "server-only";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** These people, or with null all who are active; team, domain, roles and what they lead or own. */
export async function findPeopleFacts(ids: readonly string[] | null): Promise<unknown[]> {
  const which = ids === null ? Prisma.sql`p.is_active` : Prisma.sql`p.id = ANY(${[...ids]}::uuid[])`;
  return db().$queryRaw<unknown[]>`
    SELECT p.id, p.name, p.job_title AS "jobTitle", p.is_active AS "isActive",
      t.id AS "teamId", t.name AS "teamName", d.id AS "domainId", d.name AS "domainName",
      coalesce((SELECT json_agg(DISTINCT r.role) FROM role_assignment r WHERE r.person_id = p.id), '[]'::json)
        AS assigned,
      coalesce((SELECT json_agg(led.id) FROM (
        SELECT l.id FROM domain l WHERE l.lead_id = p.id
        UNION
        SELECT r.domain_id FROM role_assignment r
        WHERE r.person_id = p.id AND r.role = 'domain-lead' AND r.domain_id IS NOT NULL
      ) led), '[]'::json) AS "leadOf",
      EXISTS (SELECT 1 FROM ownership o
        WHERE o.owner_id = p.id OR o.deputy_id = p.id OR o.team_id = p.team_id) AS "isOwner"
    FROM person p
    LEFT JOIN team t ON t.id = p.team_id
    LEFT JOIN domain d ON d.id = t.domain_id
    WHERE ${which}`;
}
