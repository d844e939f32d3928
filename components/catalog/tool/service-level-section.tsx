import type { ReactNode } from "react";
import { Section } from "#components/layout/section.tsx";
import { BudgetBar } from "#components/telemetry/budget-bar.tsx";
import { ServiceHistory } from "#components/telemetry/service-history.tsx";
import { t } from "#components/telemetry/service-words.ts";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Status } from "#components/ui/status.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import type { ServiceLevel } from "#lib/catalog/server/service-level.ts";
import { formatDuration, formatNumber, formatShare } from "#lib/messages/format.ts";
import { dayState, errorBudget, fewestJudgedCalls } from "#lib/telemetry/service-level.ts";

type FigureProps = { label: string; value: ReactNode; detail: string; isKept?: boolean | null };

function Figure({ label, value, detail, isKept = null }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-muted text-small">{label}</dt>
      <dd className="flex flex-col">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-lead">{value}</span>
          {isKept !== null && (
            <Status tone={isKept ? "positive" : "danger"}>{t(isKept ? "kept" : "broken")}</Status>
          )}
        </span>
        <span className="text-muted text-small">{detail}</span>
      </dd>
    </div>
  );
}

const promiseOf = (value: string | null) =>
  value === null ? t("nothingPromised") : t("promised", { value });

function Measured({ tool }: { tool: ToolPage }) {
  const { usage, sloSuccess, sloP95Ms } = tool;
  const { judgedCalls: count, goodCalls, windowDays: days, successShare, p50Ms, p95Ms } = usage;
  const good = formatNumber(goodCalls);
  if (successShare === null) return <p>{t("noCalls", { days })}</p>;
  const isEnough = count >= fewestJudgedCalls;
  return (
    <>
      {!isEnough && <p>{t("fewCalls", { count, good, days })}</p>}
      <dl className="grid gap-x-6 gap-y-4 md:grid-cols-3">
        {isEnough && (
          <Figure
            label={t("success")}
            value={formatShare(successShare)}
            isKept={sloSuccess === null ? null : successShare >= sloSuccess}
            detail={`${t("ofCalls", { good, count, days })}; ${promiseOf(sloSuccess === null ? null : formatShare(sloSuccess))}`}
          />
        )}
        {p95Ms !== null && (
          <Figure
            label={t("p95")}
            value={formatDuration(p95Ms)}
            isKept={isEnough && sloP95Ms !== null ? p95Ms <= sloP95Ms : null}
            detail={promiseOf(sloP95Ms === null ? null : formatDuration(sloP95Ms))}
          />
        )}
        {p50Ms !== null && (
          <Figure label={t("p50")} value={formatDuration(p50Ms)} detail={t("nothingPromised")} />
        )}
      </dl>
    </>
  );
}

function Budget({ tool }: { tool: ToolPage }) {
  const { usage, sloSuccess } = tool;
  if (usage.judgedCalls === 0) return null;
  const isEnough = usage.judgedCalls >= fewestJudgedCalls;
  return (
    <div className="flex flex-col gap-1.5">
      <h3 className="font-semibold">{t("budget")}</h3>
      {sloSuccess === null ? (
        <p className="text-muted">{t("noBudget")}</p>
      ) : isEnough ? (
        <BudgetBar budget={errorBudget({ judged: usage.judgedCalls, good: usage.goodCalls }, sloSuccess)} />
      ) : (
        <p className="text-muted">{t("budgetFew", { count: fewestJudgedCalls })}</p>
      )}
    </div>
  );
}

function Probes({ probes }: { probes: ServiceLevel["probes"] }) {
  const { total, answered, everyMinutes } = probes;
  return (
    <dl>
      <Figure
        label={t("probes")}
        value={total === 0 ? t("noProbes") : formatShare(answered / total)}
        detail={
          total === 0
            ? ""
            : t("probesText", {
                minutes: everyMinutes,
                answered: formatNumber(answered),
                total: formatNumber(total),
              })
        }
      />
    </dl>
  );
}

type ServiceLevelSectionProps = { tool: ToolPage; level: ServiceLevel | null };

/** What was promised beside what was measured, what of the error budget is left, and how each day went. */
export function ServiceLevelSection({ tool, level }: ServiceLevelSectionProps) {
  const hasSample =
    level !== null && (tool.usage.hasSample || level.history.hasSample || level.probes.hasSample);
  return (
    <div id="service-level" className="scroll-mt-6">
      <Section
        title={t("title")}
        description={level && t("intro", { days: tool.usage.windowDays })}
        className="gap-5"
      >
        {level === null ? (
          <p className="text-muted">{t("elsewhere")}</p>
        ) : (
          <>
            {hasSample && (
              <p className="flex items-center gap-2 text-muted text-small">
                <SampleChip /> {t("sample")}
              </p>
            )}
            <Measured tool={tool} />
            <Budget tool={tool} />
            <Probes probes={level.probes} />
            <ServiceHistory
              days={level.history.days.map((day) => ({
                ...day,
                state: dayState(day, tool.sloSuccess),
                incidents: level.incidentsByDay[day.day] ?? [],
              }))}
              hasPromise={tool.sloSuccess !== null}
              timeZone={level.history.timeZone}
            />
          </>
        )}
      </Section>
    </div>
  );
}
