import "server-only";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { addDays, lastDays, startOfDay } from "#lib/telemetry/portal-days.ts";
import {
  type DailyUse,
  type Failure,
  failureSchema,
  noUsage,
  type OperationUse,
  type ToolUsage,
  type WeeklyUse,
} from "#lib/telemetry/schema.ts";
import {
  callsBeside,
  failedCalls,
  type Totals,
  type TraceRow,
  totals,
  usageByDay,
  usageByOperation,
  usageByTool,
  usageByWeek,
} from "#lib/telemetry/server/repository.ts";

const dayMs = 86_400_000;

function since(days: number): Date {
  return new Date(now().getTime() - days * dayMs);
}

/** Use of the last 28 days by tool id. Without `toolIds` it covers every tool. */
export async function toolUsage(
  toolIds: readonly string[] | null = null,
): Promise<ReadonlyMap<string, ToolUsage>> {
  const rows = await usageByTool(since(28), toolIds);
  return new Map(
    rows.map((row) => [
      row.tool_id,
      {
        ...noUsage,
        calls: row.calls,
        people: row.people,
        judgedCalls: row.judged,
        goodCalls: row.good,
        successShare: row.judged > 0 ? row.good / row.judged : null,
        p50Ms: row.p50,
        p95Ms: row.p95,
        tokensPerUse:
          row.tokens_mean === null || row.tokens_p95 === null
            ? null
            : { uses: row.model_uses, mean: row.tokens_mean, p95: row.tokens_p95 },
        hasSample: row.has_sample,
      },
    ]),
  );
}

/** Calls per day of one tool, or of all, with empty days filled in. */
export async function dailyUse(toolId: string | null, days = 28): Promise<DailyUse> {
  const window = lastDays(now(), days, env().timeZone);
  const rows = new Map((await usageByDay(window.start, toolId)).map((row) => [row.day, row]));
  return window.days.map((day) => {
    const row = rows.get(day);
    return { day, calls: row?.calls ?? 0, failed: row?.failed ?? 0 };
  });
}

/** People and calls of one tool by week, the running one last; weeks begin on Monday. */
export async function weeklyUse(toolId: string, weeks = 12): Promise<WeeklyUse> {
  const { today } = lastDays(now(), 1, env().timeZone);
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = Array.from({ length: weeks }, (_, at) => addDays(today, (at + 1 - weeks) * 7 - weekday));
  const first = days[0] ?? today;
  const rows = new Map(
    (await usageByWeek(startOfDay(first, env().timeZone), toolId)).map((row) => [row.day, row]),
  );
  return days.map((day) => ({
    day,
    people: rows.get(day)?.people ?? 0,
    calls: rows.get(day)?.calls ?? 0,
  }));
}

/** The slowest operations of one tool in 28 days. */
export async function slowestOperations(toolId: string, limit = 10): Promise<OperationUse[]> {
  const rows = await usageByOperation(since(28), toolId, limit);
  return rows.map(({ p50, p95, ...row }) => ({
    ...row,
    p50Ms: p50 === null ? null : Math.round(p50),
    p95Ms: p95 === null ? null : Math.round(p95),
  }));
}

/** The calls around a failed call of a tool, without anybody's name or text. Empty when the tool has no such call. */
export async function callTrace(toolId: string, id: string): Promise<readonly TraceRow[]> {
  return callsBeside(id, toolId, 50);
}

/** The newest failed calls of one tool, without anybody's name or text. */
export async function recentFailures(toolId: string, limit = 50): Promise<Failure[]> {
  const rows = await failedCalls(toolId, since(28), limit);
  return rows.map((row) => failureSchema.parse({ ...row, occurredAt: row.occurredAt.toISOString() }));
}

export async function portalTotals(days: number): Promise<Totals> {
  return totals(since(days));
}
