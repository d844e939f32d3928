import { t } from "#components/publishing/desk-words.ts";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { formatDuration, formatNumber, formatShare } from "#lib/messages/format.ts";
import type { OperationUse } from "#lib/telemetry/schema.ts";

const duration = (milliseconds: number | null) =>
  milliseconds === null ? t("none") : formatDuration(milliseconds);

/** The operations of a tool with their times, the slowest first. */
export function SlowestOperations({ operations }: { operations: readonly OperationUse[] }) {
  if (operations.length === 0) return <p className="text-muted">{t("noCalls")}</p>;
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("slowest")} density="dense">
        <TableHead>
          <TableHeadCell>{t("colOperation")}</TableHeadCell>
          <TableHeadCell numeric>{t("colP95")}</TableHeadCell>
          <TableHeadCell numeric>{t("colP50")}</TableHeadCell>
          <TableHeadCell numeric>{t("colCalls")}</TableHeadCell>
          <TableHeadCell numeric>{t("colFailed")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {operations.map(({ name, calls, failed, p50Ms, p95Ms }) => (
            <TableRow key={name}>
              <TableCell phone="first" className="font-mono text-small wrap-anywhere max-md:basis-full">
                {name}
              </TableCell>
              <TableCell numeric>
                <span className="md:hidden">{t("colP95")} </span>
                {duration(p95Ms)}
              </TableCell>
              <TableCell numeric phone="hidden">
                {duration(p50Ms)}
              </TableCell>
              <TableCell numeric>
                {formatNumber(calls)}
                <span className="md:hidden"> {t("colCalls").toLowerCase()}</span>
              </TableCell>
              <TableCell numeric phone={failed === 0 ? "hidden" : "second"}>
                {failed === 0 ? t("none") : formatShare(failed / calls)}
                {failed > 0 && <span className="md:hidden"> {t("colFailed").toLowerCase()}</span>}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
