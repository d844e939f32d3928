import "server-only";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { now } from "#lib/clock.ts";
import { daysTouched } from "#lib/telemetry/portal-days.ts";
import { serviceHistory } from "#lib/telemetry/server/service-history.ts";
import type { ServiceHistory } from "#lib/telemetry/service-level.ts";
import { type ProbesOfTool, probesOfTool } from "#lib/trust/server/probes-of-tool.ts";

export type ServiceLevel = {
  readonly history: ServiceHistory;
  readonly probes: ProbesOfTool;
  /** Titles of the incidents of a day, for the days that have some. */
  readonly incidentsByDay: Readonly<Record<string, readonly string[]>>;
};

function incidentsByDay({ incidents }: Pick<ToolPage, "incidents">, timeZone: string) {
  const byDay: Record<string, string[]> = {};
  for (const { startedAt, endedAt, title } of incidents) {
    const end = endedAt ? new Date(endedAt) : null;
    for (const day of daysTouched(new Date(startedAt), end, now(), timeZone)) {
      byDay[day] = [...(byDay[day] ?? []), title];
    }
  }
  return byDay;
}

/**
 * How a tool has kept its promise over 90 days, for the reader of its page; null for one that runs elsewhere, of which
 * the portal measures nothing.
 */
export async function serviceLevel(tool: ToolPage): Promise<ServiceLevel | null> {
  if (tool.kind === "link") return null;
  const [history, probes] = await Promise.all([serviceHistory(tool.id), probesOfTool(tool.id)]);
  return { history, probes, incidentsByDay: incidentsByDay(tool, history.timeZone) };
}
