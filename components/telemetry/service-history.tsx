import { DayMark, markHeight, markWidth } from "#components/telemetry/day-mark.tsx";
import { ServiceStrip } from "#components/telemetry/service-strip.tsx";
import { type StripDay, stateWords, t } from "#components/telemetry/service-words.ts";
import { type DayState, dayStates } from "#lib/telemetry/service-level.ts";

function sentenceOf(days: readonly StripDay[], hasPromise: boolean): string {
  const counted = { days: days.length };
  const count = (...states: DayState[]) => days.filter(({ state }) => states.includes(state)).length;
  if (count("none") === days.length) return t("historyNone", counted);
  if (count("within", "over") === 0) return t("historyGood", counted);
  if (!hasPromise) return t("historyFailed", { ...counted, count: count("within", "over") });
  return count("over") > 0
    ? t("historyOver", { ...counted, count: count("over") })
    : t("historyWithin", counted);
}

function LegendMark({ state, hasIncident = false }: { state: DayState; hasIncident?: boolean }) {
  return (
    <svg
      viewBox={`0 0 ${markWidth} ${markHeight}`}
      width="8"
      height="22"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="shrink-0"
    >
      <DayMark state={state} x={0} hasIncident={hasIncident} />
    </svg>
  );
}

type ServiceHistoryProps = { days: readonly StripDay[]; hasPromise: boolean; timeZone: string };

/** How each day went: the answer in a sentence, the days in a strip, what its marks mean, and the table behind. */
export function ServiceHistory({ days, hasPromise, timeZone }: ServiceHistoryProps) {
  const shown = dayStates.filter((state) => days.some((day) => day.state === state));
  const incidents = days.filter((day) => day.incidents.length > 0).length;
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold">{t("history", { days: days.length })}</h3>
      <p className="text-small">{sentenceOf(days, hasPromise)}</p>
      <ServiceStrip days={days} hasPromise={hasPromise} timeZone={timeZone} />
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted text-small">
        {shown.map((state) => (
          <li key={state} className="flex items-center gap-2">
            <LegendMark state={state} />
            {stateWords(state, hasPromise)}:{" "}
            {t("dayCount", { count: days.filter((day) => day.state === state).length })}
          </li>
        ))}
        {incidents > 0 && (
          <li className="flex items-center gap-2">
            <LegendMark state="none" hasIncident />
            {t("incident")}: {t("dayCount", { count: incidents })}
          </li>
        )}
      </ul>
    </div>
  );
}
