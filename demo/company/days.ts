/** Days as `YYYY-MM-DD` and moments as ISO text, counted from a day of seeding. */

const msPerDay = 86_400_000;

/** The day `count` days after `day`; a negative count goes back. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * msPerDay).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` lies earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msPerDay);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}

// Clocks change on the hour, so one answer holds for a whole hour; asking each time takes most of a seeding.
function offsetMinutes(moment: number, timeZone: string): number {
  const hour = Math.floor(moment / 3_600_000) * 3_600_000;
  const key = `${timeZone} ${hour}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = formatterOf(timeZone).formatToParts(hour);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "00";
  const local = `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:00Z`;
  const offset = Math.round((Date.parse(local) - hour) / 60_000);
  offsets.set(key, offset);
  return offset;
}

/** The moment at which clocks of a time zone show `clock` (`HH:MM`) on `day`. */
export function momentAt(day: string, clock: string, timeZone = "Europe/London"): string {
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  return new Date(asUtc - offsetMinutes(asUtc, timeZone) * 60_000).toISOString();
}

/** A moment moved by minutes. */
export function addMinutes(moment: string, minutes: number): string {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}

/** The day that calendars of a time zone show at a moment. */
export function dayOf(moment: string, timeZone = "Europe/London"): string {
  const shifted = Date.parse(moment) + offsetMinutes(Date.parse(moment), timeZone) * 60_000;
  return new Date(shifted).toISOString().slice(0, 10);
}
