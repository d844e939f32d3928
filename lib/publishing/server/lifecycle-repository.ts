import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** All tools as far as succession goes. */
export async function allSuccessions() {
  const rows = await db().tool.findMany({
    select: { slug: true, lifecycle: true, blockedAt: true, successor: { select: { slug: true } } },
  });
  return rows.map(({ blockedAt, successor, ...row }) => ({
    ...row,
    isBlocked: blockedAt !== null,
    successor: successor?.slug ?? null,
  }));
}

/** Active people who used a tool since a moment, by whatever way. */
export async function usersSince(toolId: string, since: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT u.person_id AS id FROM usage_record u
    JOIN person p ON p.id = u.person_id AND p.is_active
    WHERE u.kind = 'tool' AND u.tool_id = ${toolId}::uuid AND u.occurred_at >= ${since} AND u.outcome <> 'refused'`;
  return rows.map(({ id }) => id);
}

/** Published tools whose operations call a tool, with who answers for them. */
export async function callersOf(slug: string) {
  return db().$queryRaw<
    { id: string; slug: string; name: string; ownerId: string | null; deputyId: string | null }[]
  >`
    SELECT DISTINCT t.id, t.slug, t.name, o.owner_id AS "ownerId", o.deputy_id AS "deputyId"
    FROM tool t
    JOIN tool_operation op ON op.version_id = t.current_version_id
    LEFT JOIN ownership o ON o.tool_id = t.id
    WHERE t.lifecycle <> 'retired' AND (
      op.binding -> 'steps' @> jsonb_build_array(jsonb_build_object('tool', ${slug}::text))
      OR op.binding -> 'tools' @> jsonb_build_array(jsonb_build_object('tool', ${slug}::text)))
    ORDER BY t.name`;
}

export async function predecessorsOf(toolId: string) {
  return db().tool.findMany({
    where: { successorId: toolId, lifecycle: { not: "retired" } },
    orderBy: { name: "asc" },
    select: { id: true, slug: true, name: true },
  });
}

export async function toolIdOf(slug: string): Promise<string | null> {
  return (await db().tool.findUnique({ where: { slug }, select: { id: true } }))?.id ?? null;
}

/** Changes a tool that still stands where it was read; false when somebody was faster. */
export async function changeTool(
  where: {
    readonly id: string;
    readonly lifecycle: readonly string[];
    readonly currentVersionId?: string | null;
  },
  data: Prisma.ToolUncheckedUpdateManyInput,
): Promise<boolean> {
  const { lifecycle, ...rest } = where;
  const { count } = await db().tool.updateMany({
    where: { ...rest, lifecycle: { in: [...lifecycle] } },
    data,
  });
  return count === 1;
}

/** Deprecated tools whose last day is over. */
export async function dueForRetirement(at: Date) {
  return db().tool.findMany({
    where: { lifecycle: "deprecated", retiresAt: { lte: at } },
    select: { id: true },
  });
}

/** A version of a tool by its number, with its settings. */
export async function versionToServe(toolId: string, version: string) {
  return db().toolVersion.findUnique({
    where: { toolId_version: { toolId, version } },
    select: {
      id: true,
      version: true,
      words: true,
      settings: true,
      operations: { orderBy: { position: "asc" }, select: { binding: true } },
    },
  });
}
