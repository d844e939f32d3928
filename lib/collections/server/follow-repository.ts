import "server-only";
import { dataClassSchema } from "#lib/data-class.ts";
import { db } from "#lib/db/client.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";

/** False when they followed it already. */
export async function insertFollow(toolId: string, personId: string, createdAt: Date, source: string) {
  const { count } = await db().toolFollow.createMany({
    data: [{ toolId, personId, createdAt, source }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function deleteFollow(toolId: string, personId: string): Promise<boolean> {
  return (await db().toolFollow.deleteMany({ where: { toolId, personId } })).count === 1;
}

/** The tool of this address, if the person follows it. */
export async function followBySlug(
  personId: string,
  slug: string,
): Promise<{ id: string; name: string } | null> {
  const row = await db().toolFollow.findFirst({
    where: { personId, tool: { slug } },
    select: { tool: { select: { id: true, name: true } } },
  });
  return row?.tool ?? null;
}

export async function countFollowsOf(personId: string): Promise<number> {
  return db().toolFollow.count({ where: { personId } });
}

/** What somebody follows, by name. */
export async function followsOf(personId: string): Promise<{ toolId: string; createdAt: Date }[]> {
  return db().toolFollow.findMany({
    where: { personId },
    orderBy: { tool: { name: "asc" } },
    select: { toolId: true, createdAt: true },
  });
}

/** Ids of everybody who follows a tool and can sign in. */
export async function followerIds(toolId: string): Promise<string[]> {
  const rows = await db().toolFollow.findMany({
    where: { toolId, person: { isActive: true } },
    orderBy: { createdAt: "asc" },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}

export async function countFollowers(toolId: string): Promise<number> {
  return db().toolFollow.count({ where: { toolId, person: { isActive: true } } });
}

/** Releases of tools, newest first. */
export async function releasesOf(toolIds: readonly string[], limit: number) {
  return db().toolVersion.findMany({
    where: { toolId: { in: [...toolIds] } },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      id: true,
      toolId: true,
      version: true,
      releaseNotes: true,
      publishedAt: true,
      publishedBy: true,
    },
  });
}

/** Those of the tools that were deprecated, with when, their last day and what to use instead. */
export async function deprecationsOf(toolIds: readonly string[]) {
  return db().tool.findMany({
    where: { id: { in: [...toolIds] }, deprecatedAt: { not: null } },
    select: { id: true, deprecatedAt: true, retiresAt: true, successorId: true },
  });
}

/** What policy decides on, for people who did not ask. */
export async function toolForPolicy(toolId: string): Promise<ToolFacts | null> {
  const row = await db().tool.findUnique({
    where: { id: toolId },
    select: {
      id: true,
      name: true,
      domainId: true,
      createdById: true,
      audience: true,
      lifecycle: true,
      dataClass: true,
      blockedAt: true,
      blockedReason: true,
      ownership: { select: { teamId: true, ownerId: true, deputyId: true } },
    },
  });
  if (!row) return null;
  const { blockedAt, ownership, dataClass, ...facts } = row;
  return {
    ...facts,
    kind: "tool",
    teamId: ownership?.teamId ?? null,
    ownerId: ownership?.ownerId ?? null,
    deputyId: ownership?.deputyId ?? null,
    isBlocked: blockedAt !== null,
    dataClass: dataClassSchema.parse(dataClass),
  };
}
