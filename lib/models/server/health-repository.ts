import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export async function insertProbe(data: Prisma.ProviderProbeUncheckedCreateInput): Promise<void> {
  await db().providerProbe.create({ data, select: { id: true } });
}

/** Forgets looks from before a moment; answers how many. */
export async function deleteProbesBefore(moment: Date): Promise<number> {
  return (await db().providerProbe.deleteMany({ where: { at: { lt: moment } } })).count;
}

export type ProbeDayRow = {
  provider_id: string;
  day: string;
  looks: number;
  connected: number;
  p50: number | null;
};

/** Looks per provider and day of the portal, from a moment on. */
export async function probesByDay(since: Date): Promise<ProbeDayRow[]> {
  return db().$queryRaw<ProbeDayRow[]>`
    SELECT provider_id, to_char(at AT TIME ZONE ${env().timeZone}, 'YYYY-MM-DD') AS day,
      count(*)::int AS looks,
      count(*) FILTER (WHERE state = 'connected')::int AS connected,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY milliseconds) FILTER (WHERE state = 'connected') AS p50
    FROM provider_probe
    WHERE at >= ${since}
    GROUP BY 1, 2 ORDER BY 2`;
}
