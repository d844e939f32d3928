import type { DayState } from "#lib/telemetry/service-level.ts";

export const markHeight = 44;
export const markWidth = 10;
const foot = 36;
const gap = 1.5;
const width = markWidth - 2 * gap;

type DayMarkProps = { state: DayState; x: number; hasIncident: boolean };

/**
 * One day: a low bar when all went well, a higher one in two parts when some calls failed, one of full height when too
 * many did, a dash without calls. What was an incident is underlined. So each reads without its colour.
 */
export function DayMark({ state, x, hasIncident }: DayMarkProps) {
  const at = { x: x + gap, width };
  return (
    <>
      {state === "good" && <rect {...at} y={foot - 14} height={14} className="fill-positive" />}
      {state === "within" && (
        <>
          <rect {...at} y={foot - 14} height={14} className="fill-caution" />
          <rect {...at} y={foot - 24} height={6} className="fill-caution" />
        </>
      )}
      {state === "over" && <rect {...at} y={0} height={foot} className="fill-danger" />}
      {state === "none" && <rect {...at} y={foot - 2} height={2} fill="var(--border-strong)" />}
      {hasIncident && <rect x={x} width={markWidth} y={foot + 4} height={4} className="fill-text" />}
    </>
  );
}
