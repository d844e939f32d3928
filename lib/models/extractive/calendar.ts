/** A day as ISO text, `2026-05-03`. */
export type Day = string;

/** The day and the offset from UTC at an instant in a time zone. */
export function localDay(instant: string, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return parts.format(new Date(instant));
}

export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Adds months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = partsOf(day);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return makeDay(first.getUTCFullYear(), first.getUTCMonth() + 1, Math.min(date, length)) ?? day;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export function partsOf(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The day of a calendar date, or null when there is none, such as 31 April. */
export function makeDay(year: number, month: number, date: number): Day | null {
  const made = new Date(Date.UTC(year, month - 1, date));
  const isSame =
    made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return isSame ? made.toISOString().slice(0, 10) : null;
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The instant at which a wall clock in the zone shows this day and time. */
export function instantAt(day: Day, time: string, timeZone: string): string {
  const guess = new Date(`${day}T${time}Z`);
  const shown = new Date(guess.toLocaleString("en-US", { timeZone: "UTC" })).getTime();
  const local = new Date(guess.toLocaleString("en-US", { timeZone })).getTime();
  return new Date(guess.getTime() - (local - shown)).toISOString();
}
