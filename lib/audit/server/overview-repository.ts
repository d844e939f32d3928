import "server-only";
import { db } from "#lib/db/client.ts";

type Totals = { events: number; sample: number; first: Date | null; last: Date | null };

export async function trailTotals(): Promise<Totals> {
  const rows = await db().$queryRaw<Totals[]>`
    SELECT count(*)::int AS events, count(*) FILTER (WHERE source = 'sample')::int AS sample,
      min(occurred_at) AS first, max(occurred_at) AS last
    FROM audit_event`;
  return rows[0] ?? { events: 0, sample: 0, first: null, last: null };
}

export async function refusalsByDay(since: Date): Promise<{ day: string; count: number }[]> {
  return db().$queryRaw`
    SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS count
    FROM audit_event WHERE outcome = 'refused' AND occurred_at >= ${since}
    GROUP BY 1 ORDER BY 1`;
}

export type BurstRow = {
  actor_id: string;
  actor_name: string;
  target_id: string;
  target_name: string;
  times: number;
  first: Date;
  last: Date;
  source: string;
};

/** Days begin at noon, so that a night is one stretch. */
export async function refusalBursts(since: Date, atLeast: number, limit: number): Promise<BurstRow[]> {
  return db().$queryRaw<BurstRow[]>`
    SELECT actor_id, max(actor_name) AS actor_name, target_id, max(target_name) AS target_name,
      count(*)::int AS times, min(occurred_at) AS first, max(occurred_at) AS last, max(source) AS source
    FROM audit_event
    WHERE outcome = 'refused' AND actor_id IS NOT NULL AND target_id IS NOT NULL AND occurred_at >= ${since}
    GROUP BY actor_id, target_id, date_trunc('day', occurred_at - interval '12 hours')
    HAVING count(*) >= ${atLeast}
    ORDER BY times DESC, last DESC LIMIT ${limit}`;
}

export async function callsWithoutOutcome(from: Date, to: Date): Promise<number> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM audit_event started
    WHERE started.outcome = 'intended' AND started.call_id IS NOT NULL
      AND started.occurred_at >= ${from} AND started.occurred_at < ${to}
      AND NOT EXISTS (
        SELECT 1 FROM audit_event ended WHERE ended.call_id = started.call_id AND ended.outcome <> 'intended'
          AND ended.occurred_at >= ${from})`;
  return rows[0]?.count ?? 0;
}
