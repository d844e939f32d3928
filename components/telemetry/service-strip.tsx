"use client";

import { type PointerEvent, useRef, useState } from "react";
import { DayMark, markHeight, markWidth } from "#components/telemetry/day-mark.tsx";
import { ServiceTable } from "#components/telemetry/service-table.tsx";
import { type StripDay, stateWords, t } from "#components/telemetry/service-words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { formatTime } from "#components/ui/time-words.ts";

const dateOf = (day: string) => formatTime(Date.parse(`${day}T12:00:00Z`), "date", "UTC");

function daySentence(day: StripDay, hasPromise: boolean): string {
  const parts = [
    stateWords(day.state, hasPromise),
    ...(day.judged > 0 ? [t("dayCalls", { good: day.good, count: day.judged })] : []),
    ...(day.incidents.length > 0 ? [t("dayIncident", { titles: day.incidents.join("; ") })] : []),
  ];
  return `${dateOf(day.day)}: ${parts.join(". ")}.`;
}

type ServiceStripProps = { days: readonly StripDay[]; hasPromise: boolean; timeZone: string };

/**
 * Ninety days side by side. One control for all of them: the pointer or the arrow keys choose a day, which is then told
 * in words below; the table holds them all.
 */
export function ServiceStrip({ days, hasPromise, timeZone }: ServiceStripProps) {
  const [at, setAt] = useState<number | null>(null);
  const [isTableOpen, setIsTableOpen] = useState(false);
  const isPointing = useRef(false);
  const last = days.length - 1;
  const chosen = at === null ? undefined : days[at];
  const width = days.length * markWidth;
  const point = (event: PointerEvent<HTMLInputElement>) => {
    const { left, width: shown } = event.currentTarget.getBoundingClientRect();
    setAt(Math.min(last, Math.max(0, Math.floor(((event.clientX - left) / shown) * days.length))));
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="relative rounded-control has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent has-[:focus-visible]:outline-offset-4">
        <svg
          viewBox={`0 0 ${width} ${markHeight}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="h-11 w-full"
        >
          {at !== null && (
            <rect x={at * markWidth} width={markWidth} height={markHeight} className="fill-quote" />
          )}
          {days.map((day, index) => (
            <DayMark
              key={day.day}
              state={day.state}
              x={index * markWidth}
              hasIncident={day.incidents.length > 0}
            />
          ))}
        </svg>
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={at ?? last}
          aria-label={t("historyLabel")}
          aria-valuetext={daySentence((chosen ?? days[last]) as StripDay, hasPromise)}
          onFocus={() => setAt((known) => known ?? last)}
          onChange={(event) => {
            if (!isPointing.current) setAt(Number(event.target.value));
          }}
          onPointerDown={(event) => {
            isPointing.current = true;
            point(event);
          }}
          onPointerMove={point}
          onPointerUp={() => {
            isPointing.current = false;
          }}
          onPointerCancel={() => {
            isPointing.current = false;
          }}
          className="absolute inset-0 size-full cursor-crosshair touch-pan-y opacity-0"
        />
      </div>
      <p className="flex justify-between gap-4 text-muted text-small">
        <span>{dateOf(days[0]?.day ?? "")}</span>
        <span>{t("zone", { zone: timeZone })}</span>
        <span>{dateOf(days[last]?.day ?? "")}</span>
      </p>
      <p className="min-h-11 text-small md:min-h-5" data-chosen-day={chosen?.day}>
        {chosen ? daySentence(chosen, hasPromise) : <span className="text-muted">{t("historyHint")}</span>}
      </p>
      <Disclosure summary={t("showTable")} framed={false} onOpenChange={setIsTableOpen}>
        {isTableOpen && <ServiceTable days={days} hasPromise={hasPromise} />}
      </Disclosure>
    </div>
  );
}
