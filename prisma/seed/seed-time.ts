import { addDays, addMinutes, dayOf, momentAt } from "#demo/company/days.ts";

/** Moments counted back from the day of seeding. Clock times are those of an office. */
export type SeedTime = {
  /** Day of seeding, `YYYY-MM-DD`. */
  readonly day: string;
  /** The latest moment that anything seeded may have. */
  readonly until: Date;
  at(daysAgo: number, clock?: string, timeZone?: string): Date;
  /** The same, even when it lies after the present moment. */
  exactly(daysAgo: number, clock: string, timeZone?: string): Date;
  /** A day to come. */
  after(days: number): Date;
};

/** The times of a seeding. Nothing lies after the present moment: what would, comes out just before it. */
export function seedTime(day: string, now: Date): SeedTime {
  const endOfDay = new Date(momentAt(addDays(day, 1), "00:00"));
  const until = now < endOfDay ? now : endOfDay;
  const exactly = (daysAgo: number, clock: string, timeZone = "Europe/London") =>
    new Date(momentAt(addDays(day, -daysAgo), clock, timeZone));
  return {
    day,
    until,
    exactly,
    at(daysAgo, clock = "09:00", timeZone) {
      const moment = exactly(daysAgo, clock, timeZone);
      return moment <= until ? moment : new Date(until.getTime() - 60_000);
    },
    after: (days) => new Date(momentAt(addDays(day, days), "18:00")),
  };
}

/** A moment moved by minutes. */
export function minutesLater(moment: Date, minutes: number): Date {
  return new Date(addMinutes(moment.toISOString(), minutes));
}

/** Today in the company's first office. */
export function companyToday(now: Date): string {
  return dayOf(now.toISOString());
}
