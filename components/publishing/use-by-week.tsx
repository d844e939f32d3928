import { t } from "#components/publishing/desk-words.ts";
import { BarChart } from "#components/ui/bar-chart.tsx";
import type { WeeklyUse } from "#lib/telemetry/schema.ts";

function weekLabel(day: string): string {
  const options = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", options);
}

/** How many different people used a tool in each week. */
export function UseByWeek({ weekly }: { weekly: WeeklyUse }) {
  const used = weekly.slice(weekly.findIndex(({ calls }) => calls > 0));
  if (!weekly.some(({ calls }) => calls > 0)) return <p className="text-muted">{t("noCalls")}</p>;
  const latest = used.at(-1);
  return (
    <BarChart
      title={t("peopleThisWeek", { count: latest?.people ?? 0 })}
      bars={used.map(({ day, people }) => ({ id: day, label: weekLabel(day), value: people }))}
      heads={{ label: t("colWeek"), value: t("colPeople") }}
    />
  );
}
