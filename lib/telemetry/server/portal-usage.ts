import "server-only";
import { now } from "#lib/clock.ts";
import {
  type DomainUse,
  type PortalDay,
  portalByDay,
  type Totals,
  totals,
  usageByDomain,
} from "#lib/telemetry/server/repository.ts";

export type { DomainUse };

const dayMs = 86_400_000;

export type PortalUsage = {
  readonly days: number;
  readonly totals: Totals;
  /** Oldest first, without gaps; `day` is a date in UTC. */
  readonly daily: readonly PortalDay[];
  /** Calls by the domain of the tool, most first. */
  readonly domains: readonly DomainUse[];
};

/** How the whole portal was used in the last days, for those who run it. */
export async function portalUsage(days: number): Promise<PortalUsage> {
  const today = now().getTime();
  const since = new Date(today - days * dayMs);
  const [sums, rows, domains] = await Promise.all([totals(since), portalByDay(since), usageByDomain(since)]);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const daily = Array.from({ length: days }, (_, at) => {
    const day = new Date(today - (days - 1 - at) * dayMs).toISOString().slice(0, 10);
    return byDay.get(day) ?? { day, calls: 0, failed: 0, people: 0 };
  });
  return { days, totals: sums, daily, domains };
}
