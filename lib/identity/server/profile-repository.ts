import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const named = { id: true, slug: true, name: true } as const;
const member = { id: true, name: true, jobTitle: true } as const;

const teamColumns = {
  ...named,
  domain: { select: { ...named, lead: { select: { ...member, isActive: true } } } },
  people: { where: { isActive: true }, orderBy: { name: "asc" }, select: member },
} as const satisfies Prisma.TeamSelect;
export type TeamRow = Prisma.TeamGetPayload<{ select: typeof teamColumns }>;

export async function teamBySlug(slug: string): Promise<TeamRow | null> {
  return db().team.findUnique({ where: { slug }, select: teamColumns });
}

export async function teamsNamedLike(words: string, limit: number) {
  return db().team.findMany({
    where: { name: { contains: words, mode: "insensitive" } },
    orderBy: { name: "asc" },
    take: limit,
    select: { ...named, domain: { select: { name: true } } },
  });
}

const colleagueColumns = {
  ...member,
  email: true,
  office: true,
  isActive: true,
  source: true,
  team: { select: { slug: true, name: true, domain: { select: named } } },
  leads: { orderBy: { name: "asc" }, select: named },
} as const satisfies Prisma.PersonSelect;
export type ColleagueRow = Prisma.PersonGetPayload<{ select: typeof colleagueColumns }>;

export async function colleagueById(id: string): Promise<ColleagueRow | null> {
  return db().person.findUnique({ where: { id }, select: colleagueColumns });
}
