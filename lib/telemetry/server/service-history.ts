import "server-only";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { lastDays, startOfDay } from "#lib/telemetry/portal-days.ts";
import { type ServiceDayRow, serviceByDay } from "#lib/telemetry/server/repository.ts";
import { historyDays, type ServiceHistory } from "#lib/telemetry/service-level.ts";

type Closed = { readonly today: string; readonly readAt: number; readonly rows: readonly ServiceDayRow[] };

const keptMs = 10 * 60_000;
const mostTools = 500;
const kept = new Map<string, Closed>();

/** Days that are over do not change, so their sums are kept for a while. */
async function closedDays(toolId: string, today: string, since: Date, until: Date) {
  const readAt = performance.now();
  const known = kept.get(toolId);
  if (known && known.today === today && readAt - known.readAt < keptMs) return known.rows;
  const rows = await serviceByDay(toolId, since, until);
  kept.delete(toolId);
  kept.set(toolId, { today, readAt, rows });
  for (const oldest of kept.keys()) {
    if (kept.size <= mostTools) break;
    kept.delete(oldest);
  }
  return rows;
}

/** Forgets the sums of days that are over, such as after calls were written with an earlier time. */
export function forgetClosedDays(): void {
  kept.clear();
}

/** How the calls of one tool went on each of the last 90 days of the portal. */
export async function serviceHistory(toolId: string): Promise<ServiceHistory> {
  const { timeZone } = env();
  const at = now();
  const { days, today, start } = lastDays(at, historyDays, timeZone);
  const border = startOfDay(today, timeZone);
  const [closed, open] = await Promise.all([
    closedDays(toolId, today, start, border),
    serviceByDay(toolId, border, new Date(at.getTime() + 1)),
  ]);
  const byDay = new Map([...closed, ...open].map((row) => [row.day, row]));
  return {
    days: days.map((day) => ({
      day,
      judged: byDay.get(day)?.judged ?? 0,
      good: byDay.get(day)?.good ?? 0,
    })),
    timeZone,
    hasSample: [...byDay.values()].some((row) => row.has_sample),
  };
}
