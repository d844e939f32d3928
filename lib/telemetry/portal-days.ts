const dayMs = 86_400_000;
const hourMs = 3_600_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}

/** The day of a moment in a time zone, as `2026-03-29`. */
export function dayOf(at: Date, timeZone: string): string {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
}

/** The day that many days later, whatever clocks do in between. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** The first moment of a day in a time zone, also where a change of clocks leaves midnight out. */
export function startOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  let before = utc - 15 * hourMs;
  let from = utc + 15 * hourMs;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayOf(new Date(middle), timeZone) >= day) from = middle;
    else before = middle;
  }
  return new Date(from);
}

export type DayWindow = {
  /** Oldest first; the last is the day that is not over yet. */
  readonly days: readonly string[];
  readonly today: string;
  readonly start: Date;
};

/** The last days of the portal up to and with the one of `at`. */
export function lastDays(at: Date, count: number, timeZone: string): DayWindow {
  const today = dayOf(at, timeZone);
  const days = Array.from({ length: count }, (_, index) => addDays(today, index + 1 - count));
  return { days, today, start: startOfDay(days[0] ?? today, timeZone) };
}

/** The days that a stretch of time touches, oldest first; one without an end lasts until `at`. */
export function daysTouched(startedAt: Date, endedAt: Date | null, at: Date, timeZone: string): string[] {
  const last = dayOf(endedAt ?? at, timeZone);
  const days: string[] = [];
  for (let day = dayOf(startedAt, timeZone); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
