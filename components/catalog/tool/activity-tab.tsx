import { TimelineSection, type TimelineSectionProps } from "#components/catalog/tool/timeline-section.tsx";
import { t } from "#components/catalog/tool/tool-words.ts";
import { Section } from "#components/layout/section.tsx";
import { DailyChart } from "#components/telemetry/daily-chart.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { formatDuration } from "#lib/messages/format.ts";
import type { DailyUse, Failure } from "#lib/telemetry/schema.ts";

type ActivityTabProps = {
  daily: DailyUse;
  failures: readonly Failure[];
  timeline: TimelineSectionProps;
  /** The trail of this tool, for those who may read it. */
  trailHref: string | null;
};

/** How the tool is used, what fails and what happened to it: for those who answer for it, and for auditors. */
export function ActivityTab({ daily, failures, timeline, trailHref }: ActivityTabProps) {
  return (
    <div className="flex flex-col gap-8">
      <Section
        title={t("callsPerDay")}
        description={t("activityIntro")}
        actions={trailHref && <TextLink href={trailHref}>{t("openTrail")}</TextLink>}
      >
        <DailyChart daily={daily} label={t("callsPerDay")} />
      </Section>
      <Section title={t("failedCalls")}>
        {failures.length === 0 ? (
          <p className="text-muted">{t("noFailures")}</p>
        ) : (
          <div className="overflow-clip rounded-card border bg-surface">
            <Table label={t("failedCalls")} density="dense">
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
                    <TableCell className="text-muted">{failure.operationName}</TableCell>
                    <TableCell phone="first" className="md:py-1.5">
                      {failure.errorMessage ?? failure.outcome}
                    </TableCell>
                    <TableCell numeric phone="hidden">
                      {formatDuration(failure.durationMs)}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        )}
      </Section>
      <TimelineSection {...timeline} />
    </div>
  );
}
