import "server-only";
import { db } from "#lib/db/client.ts";

/** Active people who lead a domain. */
export async function findLeads(domainId: string): Promise<string[]> {
  const rows = await db().person.findMany({
    where: {
      isActive: true,
      OR: [{ leads: { some: { id: domainId } } }, { roles: { some: { role: "domain-lead", domainId } } }],
    },
    orderBy: { name: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Active people with one of these roles in the whole installation. */
export async function findPeopleInRoles(
  roles: readonly string[],
): Promise<{ id: string; teamId: string | null }[]> {
  return db().person.findMany({
    where: { isActive: true, roles: { some: { role: { in: [...roles] } } } },
    orderBy: { name: "asc" },
    select: { id: true, teamId: true },
  });
}
