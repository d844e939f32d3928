import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Sample evidence counts in demo mode only; trying a draft never does. */
function counted(): Prisma.Sql {
  const isUse = Prisma.sql`AND channel <> 'playground'`;
  return env().isDemo ? isUse : Prisma.sql`${isUse} AND source = 'live'`;
}

export type UsedTool = { toolId: string; lastAt: Date };

export async function toolsUsedBy(personId: string, since: Date, limit: number): Promise<UsedTool[]> {
  return db().$queryRaw<UsedTool[]>`
    SELECT tool_id AS "toolId", max(occurred_at) AS "lastAt"
    FROM usage_record
    WHERE kind = 'tool' AND tool_id IS NOT NULL AND person_id = ${personId}::uuid AND occurred_at >= ${since}
      AND outcome <> 'refused' ${counted()}
    GROUP BY tool_id ORDER BY 2 DESC LIMIT ${limit}`;
}

export type TeamUse = { toolId: string; people: number };

export async function toolsUsedInTeam(
  teamId: string,
  exceptPersonId: string,
  since: Date,
  fewest: number,
): Promise<TeamUse[]> {
  return db().$queryRaw<TeamUse[]>`
    SELECT tool_id AS "toolId", count(DISTINCT person_id)::int AS people
    FROM usage_record
    WHERE kind = 'tool' AND tool_id IS NOT NULL AND team_id = ${teamId}::uuid AND occurred_at >= ${since}
      AND person_id IS NOT NULL AND person_id <> ${exceptPersonId}::uuid AND outcome <> 'refused' ${counted()}
    GROUP BY tool_id HAVING count(DISTINCT person_id) >= ${fewest}
    ORDER BY 2 DESC, 1`;
}

export type Judged = { good: number; judged: number };

/** Refused and stopped calls say nothing about the tools, so they are not judged. */
export async function judgedCalls(toolIds: readonly string[], since: Date): Promise<Judged> {
  const rows = await db().$queryRaw<Judged[]>`
    SELECT count(*) FILTER (WHERE outcome = 'succeeded')::int AS good,
      count(*) FILTER (WHERE outcome IN ('succeeded', 'failed', 'timed-out'))::int AS judged
    FROM usage_record
    WHERE kind = 'tool' AND tool_id = ANY(${[...toolIds]}::uuid[]) AND occurred_at >= ${since} ${counted()}`;
  return rows[0] ?? { good: 0, judged: 0 };
}
