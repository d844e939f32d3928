import { Disclosure } from "#components/ui/disclosure.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { telemetry } from "#lib/messages/en/telemetry.ts";
import { translator } from "#lib/messages/translate.ts";
import type { DailyUse } from "#lib/telemetry/schema.ts";

const t = translator(telemetry);
const step = 10;
const barWidth = 7;
const height = 96;

/** What the bars say, in one sentence. */
export function dailySentence(daily: DailyUse): string {
  const calls = daily.reduce((sum, day) => sum + day.calls, 0);
  const failed = daily.reduce((sum, day) => sum + day.failed, 0);
  if (calls === 0) return t("noCalls", { days: daily.length });
  return failed === 0 ? t("allWell", { calls }) : t("someFailed", { calls, failed });
}

type DailyChartProps = { daily: DailyUse; label: string };

/** Calls per day as bars, the failed ones in their own colour, with the figures in a table below. */
export function DailyChart({ daily, label }: DailyChartProps) {
  const most = Math.max(1, ...daily.map((day) => day.calls));
  const width = daily.length * step;
  const first = daily[0];
  const last = daily.at(-1);
  if (daily.every(({ calls }) => calls === 0)) return <p className="text-muted">{dailySentence(daily)}</p>;
  const scale = (value: number) => (value / most) * (height - 2);
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="text-small">{dailySentence(daily)}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${dailySentence(daily)}`}
        className="h-24 w-full"
      >
        {[1, 0.5].map((share) => (
          <path
            key={share}
            d={`M0 ${height - scale(most * share)}H${width}`}
            stroke="var(--border)"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {daily.map((day, at) => {
          const all = scale(day.calls);
          const failed = scale(day.failed);
          const x = at * step + (step - barWidth) / 2;
          return (
            <g key={day.day}>
              <rect x={x} y={height - all} width={barWidth} height={all - failed} className="fill-chart-1" />
              <rect x={x} y={height - failed} width={barWidth} height={failed} className="fill-danger" />
            </g>
          );
        })}
        <path
          d={`M0 ${height - 0.5}H${width}`}
          stroke="var(--border-strong)"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {first && last && (
        <p className="flex justify-between text-muted text-small">
          <Time value={`${first.day}T12:00:00Z`} mode="date" />
          <span>{t("mostPerDay", { count: most })}</span>
          <Time value={`${last.day}T12:00:00Z`} mode="date" />
        </p>
      )}
      <Disclosure summary={t("showTable")} framed={false}>
        <div className="max-h-80 overflow-auto rounded-card border bg-surface">
          <Table label={label} density="dense">
            <TableHead>
              <TableHeadCell>{t("day")}</TableHeadCell>
              <TableHeadCell numeric>{t("calls")}</TableHeadCell>
              <TableHeadCell numeric>{t("failed")}</TableHeadCell>
            </TableHead>
            <TableBody>
              {daily.toReversed().map((day) => (
                <TableRow key={day.day}>
                  <TableCell phone="first">
                    <Time value={`${day.day}T12:00:00Z`} mode="date" />
                  </TableCell>
                  <TableCell numeric>{day.calls}</TableCell>
                  <TableCell numeric>{day.failed}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      </Disclosure>
    </figure>
  );
}
