import { dayMs } from "#lib/trust/bounds.ts";
import { wallClock } from "#lib/wall-clock.ts";

/** Time of Mondays to Fridays from the week of 1 January 1970, a Thursday, to a wall-clock time. */
function weekdayTime(wall: number): number {
  const sinceMonday = wall + 3 * dayMs;
  const weeks = Math.floor(sinceMonday / (7 * dayMs));
  return weeks * 5 * dayMs + Math.min(sinceMonday - weeks * 7 * dayMs, 5 * dayMs);
}

/** Working days between two moments, Saturdays and Sundays of the time zone left out; 0.5 is twelve hours. */
export function workingDaysBetween(from: Date, to: Date, timeZone: string): number {
  if (to <= from) return 0;
  const time = weekdayTime(wallClock(to, timeZone)) - weekdayTime(wallClock(from, timeZone));
  return Math.max(0, time / dayMs);
}
