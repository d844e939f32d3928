import "server-only";
import { db } from "#lib/db/client.ts";
import { afterCursor } from "#lib/db/pagination.ts";
import type { PeopleQuery } from "#lib/identity/person.ts";
import type { Role } from "#lib/identity/schema.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Narrowing = Pick<PeopleQuery, "words" | "role" | "teamId" | "state">;

function holding(role: Role): Prisma.PersonWhereInput {
  switch (role) {
    case "employee":
      return {};
    case "owner":
      return {
        OR: [{ ownerOf: { some: {} } }, { deputyOf: { some: {} } }, { team: { ownerships: { some: {} } } }],
      };
    case "domain-lead":
      return { OR: [{ leads: { some: {} } }, { roles: { some: { role, domainId: { not: null } } } }] };
    default:
      return { roles: { some: { role } } };
  }
}

function namedLike(words: string): Prisma.PersonWhereInput {
  const contains = words.split(/\s+/).map((word) => ({ contains: word, mode: "insensitive" as const }));
  return { AND: contains.map((filter) => ({ OR: [{ name: filter }, { email: filter }] })) };
}

function clauseOf({ words, role, teamId, state }: Narrowing): Prisma.PersonWhereInput {
  return {
    AND: [
      words ? namedLike(words) : {},
      role ? holding(role) : {},
      teamId ? { teamId } : {},
      state === "all" ? {} : { isActive: state === "active" },
    ],
  };
}

const living = (at: Date) => ({ endedAt: null, expiresAt: { gt: at } });
const domainColumns = { id: true, slug: true, name: true } as const;

const rowColumns = (at: Date) =>
  ({
    id: true,
    name: true,
    email: true,
    jobTitle: true,
    isActive: true,
    source: true,
    team: {
      select: {
        name: true,
        domain: { select: { name: true } },
        ownerships: { take: 1, select: { toolId: true } },
      },
    },
    roles: { select: { role: true, domainId: true, grantedAt: true }, orderBy: { grantedAt: "asc" } },
    leads: { select: domainColumns, orderBy: { name: "asc" } },
    ownerOf: { take: 1, select: { toolId: true } },
    deputyOf: { take: 1, select: { toolId: true } },
    sessions: { where: living(at), select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" } },
  }) as const satisfies Prisma.PersonSelect;
export type DirectoryRow = Prisma.PersonGetPayload<{ select: ReturnType<typeof rowColumns> }>;

/** One more than `limit`, ordered by name, so that the caller knows whether there is a next page. */
export async function findPeople(query: PeopleQuery, at: Date): Promise<DirectoryRow[]> {
  return db().person.findMany({
    where: { AND: [clauseOf(query), afterCursor(query.cursor, "name", "asc") ?? {}] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: query.limit + 1,
    select: rowColumns(at),
  });
}

export async function countPeople(query: Narrowing): Promise<number> {
  return db().person.count({ where: clauseOf(query) });
}

const nameColumns = { id: true, name: true, jobTitle: true, team: { select: { name: true } } } as const;
export type NameRow = Prisma.PersonGetPayload<{ select: typeof nameColumns }>;

export async function findNames(words: string, limit: number): Promise<NameRow[]> {
  return db().person.findMany({
    where: clauseOf({ words, state: "active" }),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit,
    select: nameColumns,
  });
}

export async function findEmailsById(ids: readonly string[]): Promise<{ id: string; email: string }[]> {
  return db().person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, email: true } });
}

export async function findNamesById(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return db().person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
}

const toolColumns = { id: true, slug: true, name: true } as const;
const answerableColumns = { id: true, name: true, isActive: true } as const;

const detailColumns = (at: Date) =>
  ({
    ...rowColumns(at),
    office: true,
    createdAt: true,
    deactivatedAt: true,
    oidcSubject: true,
    ownerOf: {
      select: { toolId: true, tool: { select: toolColumns }, deputy: { select: answerableColumns } },
      orderBy: { tool: { name: "asc" } },
    },
    deputyOf: {
      select: { toolId: true, tool: { select: toolColumns }, owner: { select: answerableColumns } },
      orderBy: { tool: { name: "asc" } },
    },
  }) as const satisfies Prisma.PersonSelect;
export type DetailRow = Prisma.PersonGetPayload<{ select: ReturnType<typeof detailColumns> }>;

export async function findPerson(id: string, at: Date): Promise<DetailRow | null> {
  return db().person.findUnique({ where: { id }, select: detailColumns(at) });
}
