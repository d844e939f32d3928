import { type StripDay, stateWords, t } from "#components/telemetry/service-words.ts";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { formatTime } from "#components/ui/time-words.ts";
import { formatNumber } from "#lib/messages/format.ts";

type ServiceTableProps = { days: readonly StripDay[]; hasPromise: boolean };

/** The days of the strip in figures, newest first. */
export function ServiceTable({ days, hasPromise }: ServiceTableProps) {
  const label = t("history", { days: days.length });
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={label} density="dense">
        <TableHead>
          <TableHeadCell>{t("day")}</TableHeadCell>
          <TableHeadCell numeric>{t("calls")}</TableHeadCell>
          <TableHeadCell numeric>{t("failed")}</TableHeadCell>
          <TableHeadCell>{t("state")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {days.toReversed().map(({ day, judged, good, state, incidents }) => (
            <TableRow key={day}>
              <TableCell phone="first" className="whitespace-nowrap">
                {formatTime(Date.parse(`${day}T12:00:00Z`), "date", "UTC")}
              </TableCell>
              <TableCell numeric>{formatNumber(judged)}</TableCell>
              <TableCell numeric>{formatNumber(judged - good)}</TableCell>
              <TableCell phone="second">
                {stateWords(state, hasPromise)}
                {incidents.map((title) => (
                  <span key={title} className="block text-small">
                    {t("dayIncident", { titles: title })}
                  </span>
                ))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
