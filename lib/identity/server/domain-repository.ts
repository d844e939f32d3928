import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const domainColumns = {
  id: true,
  slug: true,
  name: true,
  description: true,
  lead: { select: { id: true, name: true, jobTitle: true, isActive: true } },
  teams: {
    orderBy: { name: "asc" },
    select: {
      id: true,
      slug: true,
      name: true,
      _count: { select: { people: { where: { isActive: true } } } },
    },
  },
} as const satisfies Prisma.DomainSelect;

export type DomainRow = Prisma.DomainGetPayload<{ select: typeof domainColumns }>;

export async function allDomains(): Promise<DomainRow[]> {
  return db().domain.findMany({ orderBy: { name: "asc" }, select: domainColumns });
}

export async function domainBySlug(slug: string): Promise<DomainRow | null> {
  return db().domain.findUnique({ where: { slug }, select: domainColumns });
}
