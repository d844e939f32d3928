import { dayMs } from "#lib/trust/bounds.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}

/** What a clock on the wall of a time zone shows, as milliseconds since 1970 there. */
function wallClock(moment: Date, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

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
