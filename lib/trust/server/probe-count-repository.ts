import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { Prisma } from "#prisma/generated/client.ts";

export type ProbeCount = {
  total: number;
  answered: number;
  last_at: Date | null;
  has_sample: boolean | null;
};

/** Sample evidence counts in demo mode only. */
export async function countProbes(toolId: string, since: Date): Promise<ProbeCount> {
  const live = env().isDemo ? Prisma.empty : Prisma.sql`AND source = 'live'`;
  const rows = await db().$queryRaw<ProbeCount[]>`
    SELECT count(*)::int AS total,
      count(*) FILTER (WHERE outcome = 'succeeded')::int AS answered,
      max(occurred_at) AS last_at,
      bool_or(source = 'sample') AS has_sample
    FROM tool_probe
    WHERE tool_id = ${toolId}::uuid AND occurred_at >= ${since} ${live}`;
  return rows[0] ?? { total: 0, answered: 0, last_at: null, has_sample: false };
}
