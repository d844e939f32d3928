import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export const accountColumns = {
  id: true,
  email: true,
  name: true,
  isActive: true,
  oidcIssuer: true,
  oidcSubject: true,
} as const satisfies Prisma.PersonSelect;
export type AccountRow = Prisma.PersonGetPayload<{ select: typeof accountColumns }>;

export async function findAccountByEmail(email: string): Promise<AccountRow | null> {
  return db().person.findUnique({ where: { email }, select: accountColumns });
}

export async function findAccountBySubject(
  oidcIssuer: string,
  oidcSubject: string,
): Promise<AccountRow | null> {
  return db().person.findUnique({
    where: { oidcIssuer_oidcSubject: { oidcIssuer, oidcSubject } },
    select: accountColumns,
  });
}

export async function insertPerson(data: Prisma.PersonUncheckedCreateInput): Promise<AccountRow> {
  return db().person.create({ data, select: accountColumns });
}

export async function updatePerson(id: string, data: Prisma.PersonUncheckedUpdateInput): Promise<AccountRow> {
  return db().person.update({ where: { id }, data, select: accountColumns });
}

const offeredColumns = {
  email: true,
  name: true,
  jobTitle: true,
  team: { select: { name: true, domain: { select: { name: true } } } },
} as const satisfies Prisma.PersonSelect;
export type OfferedRow = Prisma.PersonGetPayload<{ select: typeof offeredColumns }>;

/** Those of the e-mails that belong to active people of the sample company. */
export async function findOfferedPeople(emails: readonly string[]): Promise<OfferedRow[]> {
  return db().person.findMany({
    where: { email: { in: [...emails] }, isActive: true, source: "sample" },
    select: offeredColumns,
  });
}

export async function findAccount(id: string): Promise<AccountRow | null> {
  return db().person.findUnique({ where: { id }, select: accountColumns });
}

/** Changes whether a person may sign in; false when it was so already. */
export async function setPersonActive(id: string, isActive: boolean, at: Date): Promise<boolean> {
  const data = { isActive, deactivatedAt: isActive ? null : at };
  return (await db().person.updateMany({ where: { id, isActive: !isActive }, data })).count === 1;
}

export async function findDomains() {
  return db().domain.findMany({ orderBy: { name: "asc" }, select: { id: true, slug: true, name: true } });
}

export async function findTeams() {
  const select = { id: true, slug: true, name: true, domainId: true };
  return db().team.findMany({ orderBy: { name: "asc" }, select });
}

/** Whether the demo company was seeded here. */
export async function hasSamplePeople(): Promise<boolean> {
  return (await db().person.findFirst({ where: { source: "sample" }, select: { id: true } })) !== null;
}
