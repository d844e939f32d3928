import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { Prisma } from "#prisma/generated/client.ts";

export async function insertUsage(data: Prisma.UsageRecordUncheckedCreateInput): Promise<void> {
  await db().usageRecord.create({ data, select: { id: true } });
}

/** The price of a model that holds at a moment; null when nobody entered one. The newest row of a moment counts. */
export async function priceIdAt(modelId: string, at: Date): Promise<string | null> {
  const row = await db().modelPrice.findFirst({
    where: { modelId, validFrom: { lte: at } },
    orderBy: [{ validFrom: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}

/** Sample evidence counts in demo mode only; trying a draft never does. */
function counted(): Prisma.Sql {
  const isUse = Prisma.sql`AND channel <> 'playground'`;
  return env().isDemo ? isUse : Prisma.sql`${isUse} AND source = 'live'`;
}

export type UsageRow = {
  tool_id: string;
  calls: number;
  people: number;
  good: number;
  judged: number;
  p50: number | null;
  p95: number | null;
  model_uses: number;
  tokens_mean: number | null;
  tokens_p95: number | null;
  has_sample: boolean;
};

/** Refused and stopped calls say nothing about the tool, so they are not judged. */
export async function usageByTool(since: Date, toolIds: readonly string[] | null): Promise<UsageRow[]> {
  const only = toolIds ? Prisma.sql`AND tool_id = ANY(${[...toolIds]}::uuid[])` : Prisma.empty;
  return db().$queryRaw<UsageRow[]>`
    SELECT tool_id,
      count(*)::int AS calls,
      count(DISTINCT person_id)::int AS people,
      count(*) FILTER (WHERE outcome = 'succeeded')::int AS good,
      count(*) FILTER (WHERE outcome IN ('succeeded', 'failed', 'timed-out'))::int AS judged,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE outcome IN ('succeeded', 'failed', 'timed-out')) AS p50,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE outcome IN ('succeeded', 'failed', 'timed-out')) AS p95,
      count(*) FILTER (WHERE tokens_in + tokens_out > 0)::int AS model_uses,
      avg(tokens_in + tokens_out) FILTER (WHERE tokens_in + tokens_out > 0)::float8 AS tokens_mean,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY tokens_in + tokens_out) FILTER (WHERE tokens_in + tokens_out > 0) AS tokens_p95,
      bool_or(source = 'sample') AS has_sample
    FROM usage_record
    WHERE kind = 'tool' AND tool_id IS NOT NULL AND occurred_at >= ${since} ${only} ${counted()}
    GROUP BY tool_id`;
}

export async function usageByDay(
  since: Date,
  toolId: string | null,
): Promise<{ day: string; calls: number; failed: number }[]> {
  const only = toolId ? Prisma.sql`AND tool_id = ${toolId}::uuid` : Prisma.empty;
  return db().$queryRaw<{ day: string; calls: number; failed: number }[]>`
    SELECT to_char(occurred_at AT TIME ZONE ${env().timeZone}, 'YYYY-MM-DD') AS day,
      count(*)::int AS calls,
      count(*) FILTER (WHERE outcome IN ('failed', 'timed-out'))::int AS failed
    FROM usage_record
    WHERE kind = 'tool' AND occurred_at >= ${since} ${only} ${counted()}
    GROUP BY 1 ORDER BY 1`;
}

export type WeekRow = { day: string; people: number; calls: number };

/** People and calls of one tool by week, each under its Monday. */
export async function usageByWeek(since: Date, toolId: string): Promise<WeekRow[]> {
  return db().$queryRaw<WeekRow[]>`
    SELECT to_char(date_trunc('week', occurred_at AT TIME ZONE ${env().timeZone}), 'YYYY-MM-DD') AS day,
      count(DISTINCT person_id)::int AS people, count(*)::int AS calls
    FROM usage_record
    WHERE kind = 'tool' AND tool_id = ${toolId}::uuid AND occurred_at >= ${since} AND channel <> 'probe' ${counted()}
    GROUP BY 1`;
}

export type OperationUseRow = {
  name: string;
  calls: number;
  failed: number;
  p50: number | null;
  p95: number | null;
};

/** Judged calls of one tool by operation, the slowest first. */
export async function usageByOperation(
  since: Date,
  toolId: string,
  limit: number,
): Promise<OperationUseRow[]> {
  return db().$queryRaw<OperationUseRow[]>`
    SELECT operation_name AS name, count(*)::int AS calls,
      count(*) FILTER (WHERE outcome <> 'succeeded')::int AS failed,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms) AS p50,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms) AS p95
    FROM usage_record
    WHERE kind = 'tool' AND tool_id = ${toolId}::uuid AND operation_name IS NOT NULL AND occurred_at >= ${since}
      AND outcome IN ('succeeded', 'failed', 'timed-out') ${counted()}
    GROUP BY 1 ORDER BY 5 DESC LIMIT ${limit}`;
}

export type TraceRow = {
  toolId: string;
  operationName: string | null;
  outcome: string;
  errorCode: string | null;
  durationMs: number;
  occurredAt: Date;
  isThis: boolean;
};

/** The calls of the same run as a failed call of a tool, in their order; the call alone when it was made by form. */
export async function callsBeside(id: string, toolId: string, limit: number): Promise<TraceRow[]> {
  return db().$queryRaw<TraceRow[]>`
    SELECT other.tool_id AS "toolId", other.operation_name AS "operationName", other.outcome,
      other.error_code AS "errorCode", other.duration_ms AS "durationMs", other.occurred_at AS "occurredAt",
      other.id = this.id AS "isThis"
    FROM usage_record this
    JOIN usage_record other ON other.id = this.id
      OR (this.run_id IS NOT NULL AND other.run_id = this.run_id AND other.kind = 'tool')
    WHERE this.id = ${id}::uuid AND this.tool_id = ${toolId}::uuid AND this.kind = 'tool'
    ORDER BY other.occurred_at LIMIT ${limit}`;
}

export type ServiceDayRow = { day: string; judged: number; good: number; has_sample: boolean };

/** Judged calls of one tool per day of the portal, from a moment on and before another. */
export async function serviceByDay(toolId: string, since: Date, until: Date): Promise<ServiceDayRow[]> {
  return db().$queryRaw<ServiceDayRow[]>`
    SELECT to_char(occurred_at AT TIME ZONE ${env().timeZone}, 'YYYY-MM-DD') AS day,
      count(*)::int AS judged,
      count(*) FILTER (WHERE outcome = 'succeeded')::int AS good,
      bool_or(source = 'sample') AS has_sample
    FROM usage_record
    WHERE kind = 'tool' AND tool_id = ${toolId}::uuid AND occurred_at >= ${since} AND occurred_at < ${until}
      AND outcome IN ('succeeded', 'failed', 'timed-out') ${counted()}
    GROUP BY 1`;
}

export type PortalDay = { day: string; calls: number; failed: number; people: number };

export async function portalByDay(since: Date): Promise<PortalDay[]> {
  return db().$queryRaw<PortalDay[]>`
    SELECT to_char(occurred_at AT TIME ZONE ${env().timeZone}, 'YYYY-MM-DD') AS day,
      count(*)::int AS calls,
      count(*) FILTER (WHERE outcome IN ('failed', 'timed-out'))::int AS failed,
      count(DISTINCT person_id)::int AS people
    FROM usage_record
    WHERE kind = 'tool' AND occurred_at >= ${since} ${counted()}
    GROUP BY 1 ORDER BY 1`;
}

export type DomainUse = { domainId: string; calls: number; failed: number };

export async function usageByDomain(since: Date): Promise<DomainUse[]> {
  return db().$queryRaw<DomainUse[]>`
    SELECT domain_id AS "domainId", count(*)::int AS calls,
      count(*) FILTER (WHERE outcome IN ('failed', 'timed-out'))::int AS failed
    FROM usage_record
    WHERE kind = 'tool' AND domain_id IS NOT NULL AND occurred_at >= ${since} ${counted()}
    GROUP BY 1 ORDER BY 2 DESC`;
}

export async function failedCalls(toolId: string, since: Date, limit: number) {
  return db().usageRecord.findMany({
    where: {
      toolId,
      kind: "tool",
      occurredAt: { gte: since },
      outcome: { in: ["failed", "timed-out"] },
      channel: { not: "playground" },
      ...(env().isDemo ? {} : { source: "live" }),
    },
    orderBy: { occurredAt: "desc" },
    take: limit,
    select: {
      id: true,
      occurredAt: true,
      operationName: true,
      outcome: true,
      errorCode: true,
      errorMessage: true,
      durationMs: true,
      source: true,
    },
  });
}

export type Totals = { calls: number; failed: number; refused: number; people: number };

export async function totals(since: Date): Promise<Totals> {
  const rows = await db().$queryRaw<Totals[]>`
    SELECT count(*)::int AS calls,
      count(*) FILTER (WHERE outcome IN ('failed', 'timed-out'))::int AS failed,
      count(*) FILTER (WHERE outcome = 'refused')::int AS refused,
      count(DISTINCT person_id)::int AS people
    FROM usage_record WHERE kind = 'tool' AND occurred_at >= ${since} ${counted()}`;
  return rows[0] ?? { calls: 0, failed: 0, refused: 0, people: 0 };
}
