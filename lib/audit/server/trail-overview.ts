import "server-only";
import { type TrailOverview, trailOverviewSchema } from "#lib/audit/overview.ts";
import {
  callsWithoutOutcome,
  refusalBursts,
  refusalsByDay,
  trailTotals,
} from "#lib/audit/server/overview-repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";
import { now } from "#lib/clock.ts";

const dayMs = 86_400_000;
const shownDays = 30;
const burstFrom = 5;

/** The state of the trail and what stands out in its last 30 days. */
export async function trailOverview(reader: AuditReader): Promise<TrailOverview> {
  requireAuditReader(reader);
  const today = now();
  const daysAgo = (days: number) => new Date(today.getTime() - days * dayMs);
  const [totals, refusals, bursts, withoutOutcome] = await Promise.all([
    trailTotals(),
    refusalsByDay(daysAgo(shownDays - 1)),
    refusalBursts(daysAgo(shownDays), burstFrom, 5),
    callsWithoutOutcome(daysAgo(1), new Date(today.getTime() - dayMs / 24)),
  ]);
  const counts = new Map(refusals.map(({ day, count }) => [day, count]));
  return trailOverviewSchema.parse({
    events: totals.events,
    sampleEvents: totals.sample,
    from: totals.first?.toISOString() ?? null,
    to: totals.last?.toISOString() ?? null,
    withoutOutcome,
    refusalsByDay: Array.from({ length: shownDays }, (_, at) => {
      const day = daysAgo(shownDays - 1 - at)
        .toISOString()
        .slice(0, 10);
      return { day, count: counts.get(day) ?? 0 };
    }),
    bursts: bursts.map((row) => ({
      actor: { id: row.actor_id, name: row.actor_name },
      target: { id: row.target_id, name: row.target_name },
      times: row.times,
      from: row.first.toISOString(),
      to: row.last.toISOString(),
      source: row.source,
    })),
  });
}
