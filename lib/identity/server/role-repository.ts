import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Assignment = { readonly personId: string; readonly role: string; readonly domainId: string | null };

export async function insertRole(data: Prisma.RoleAssignmentUncheckedCreateInput): Promise<void> {
  await db().roleAssignment.create({ data, select: { id: true } });
}

export async function countRole(assignment: Assignment): Promise<number> {
  return db().roleAssignment.count({ where: assignment });
}

export async function deleteRole(assignment: Assignment): Promise<number> {
  return (await db().roleAssignment.deleteMany({ where: assignment })).count;
}

/**
 * The ids of active administrators. Whoever asks next waits until this transaction ends, so two administrators cannot
 * take the role from each other at the same moment and leave nobody. The names are read by a statement of their own,
 * because the one that waited still sees the people as they were before.
 */
export async function lockAdministrators(): Promise<string[]> {
  await db().$queryRaw`SELECT id FROM role_assignment WHERE role = 'admin' ORDER BY id FOR UPDATE`;
  const where = { role: "admin", person: { isActive: true } };
  const rows = await db().roleAssignment.findMany({ where, select: { personId: true } });
  return rows.map(({ personId }) => personId);
}

export async function findDomain(
  id: string,
): Promise<{ id: string; name: string; leadId: string | null } | null> {
  return db().domain.findUnique({ where: { id }, select: { id: true, name: true, leadId: true } });
}

/** Makes somebody the named lead of a domain that has none. */
export async function fillDomainLead(id: string, leadId: string): Promise<void> {
  await db().domain.updateMany({ where: { id, leadId: null }, data: { leadId } });
}

/** Takes the person off the domain, if they were its named lead; says whether they were. */
export async function clearDomainLead(id: string, leadId: string): Promise<boolean> {
  return (await db().domain.updateMany({ where: { id, leadId }, data: { leadId: null } })).count === 1;
}
