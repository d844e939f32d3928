const locale = "en-GB";
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A moment as seen from `now`: “just now”, “5 minutes ago”, “yesterday”, “in 3 days”; beyond four weeks null,
 * because then the date says more.
 */
export function relativeTime(at: number, now: number, justNow: string): string | null {
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < 45 * second) return justNow;
  if (size < 59.5 * minute) return relative.format(Math.round(distance / minute), "minute");
  if (size < 22 * hour) return relative.format(Math.round(distance / hour), "hour");
  if (size < 6.5 * day) return relative.format(Math.round(distance / day), "day");
  if (size < 28 * day) return relative.format(Math.round(distance / (7 * day)), "week");
  return null;
}

export type TimeStyle = "date" | "short" | "minute" | "second" | "clock";

const styles: Record<TimeStyle, Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "short", year: "numeric" },
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  minute: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  second: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  },
  clock: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as date or date and time; in the time zone of the machine unless one is named. */
export function formatTime(at: number, style: TimeStyle, timeZone?: string): string {
  const key = `${style} ${timeZone ?? ""}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone });
    formats.set(key, format);
  }
  return format.format(at);
}
