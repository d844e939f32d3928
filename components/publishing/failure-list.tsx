import { Section } from "#components/layout/section.tsx";
import { t } from "#components/publishing/desk-words.ts";
import { FailureTrace } from "#components/publishing/failure-trace.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { formatDuration } from "#lib/messages/format.ts";
import { failureReasons } from "#lib/publishing/failure-reasons.ts";
import type { Failure } from "#lib/telemetry/schema.ts";

function Reasons({ failures }: { failures: readonly Failure[] }) {
  const reasons = failureReasons(failures).slice(0, 5);
  if (reasons.length < 2 && failures.length < 2) return null;
  return (
    <ul aria-label={t("reasons")} className="flex flex-col gap-1">
      {reasons.map(({ reason, count, lastAt }) => (
        <li key={reason} className="flex items-baseline gap-3">
          <span className="w-20 shrink-0 text-right text-muted text-small">{t("times", { count })}</span>
          <span className="min-w-0">
            {reason}{" "}
            <span className="text-muted text-small">
              {t("lastTime")} <Time value={lastAt} mode="short" />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Failed calls with their reason; nobody's name and nobody's words. */
export function FailureList({
  slug,
  failures,
  limit,
}: {
  slug: string;
  failures: readonly Failure[];
  limit: number;
}) {
  if (failures.length === 0) {
    return (
      <Section title={t("failures")}>
        <p className="text-muted">{t("noFailures")}</p>
      </Section>
    );
  }
  return (
    <Section
      title={t("failures")}
      description={`${t("failuresIntro")} ${failures.length >= limit ? t("failuresNewest", { count: limit }) : ""}`}
    >
      <Reasons failures={failures} />
      <div className="overflow-clip rounded-card border bg-surface">
        <Table label={t("failures")} density="dense">
          <TableHead>
            <TableHeadCell>{t("colTime")}</TableHeadCell>
            <TableHeadCell>{t("colOperation")}</TableHeadCell>
            <TableHeadCell>{t("colReason")}</TableHeadCell>
            <TableHeadCell numeric>{t("colDuration")}</TableHeadCell>
          </TableHead>
          <TableBody>
            {failures.map((failure) => (
              <TableRow key={failure.id}>
                <TableCell>
                  <span className="flex items-center gap-2">
                    <Time value={failure.occurredAt} mode="short" />
                    {failure.source === "sample" && <SampleChip />}
                  </span>
                </TableCell>
                <TableCell className="font-mono text-muted text-small">{failure.operationName}</TableCell>
                <TableCell phone="first" className="md:py-2">
                  {failure.errorMessage ?? failure.outcome}
                  <FailureTrace slug={slug} id={failure.id} />
                </TableCell>
                <TableCell numeric phone="hidden" className="whitespace-nowrap">
                  {formatDuration(failure.durationMs)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}
