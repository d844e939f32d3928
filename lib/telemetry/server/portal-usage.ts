import "server-only";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { lastDays } from "#lib/telemetry/portal-days.ts";
import {
  type DomainUse,
  type PortalDay,
  portalByDay,
  type Totals,
  totals,
  usageByDomain,
} from "#lib/telemetry/server/repository.ts";

export type { DomainUse };

export type PortalUsage = {
  readonly days: number;
  readonly totals: Totals;
  /** Oldest first, without gaps; `day` is a day of the portal. */
  readonly daily: readonly PortalDay[];
  /** Calls by the domain of the tool, most first. */
  readonly domains: readonly DomainUse[];
};

/** How the whole portal was used in the last days, for those who run it. */
export async function portalUsage(days: number): Promise<PortalUsage> {
  const window = lastDays(now(), days, env().timeZone);
  const since = window.start;
  const [sums, rows, domains] = await Promise.all([totals(since), portalByDay(since), usageByDomain(since)]);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const daily = window.days.map((day) => byDay.get(day) ?? { day, calls: 0, failed: 0, people: 0 });
  return { days, totals: sums, daily, domains };
}
