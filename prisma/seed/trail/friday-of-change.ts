import { addDays, weekdayOf } from "#demo/company/days.ts";
import type { SeedTime } from "../seed-time.ts";

/** The Friday on which a rule was opened, in days counted back: the last one that is 11 days away or more. */
export function fridayOfChange(time: SeedTime): number {
  for (let daysAgo = 11; ; daysAgo += 1) {
    if (weekdayOf(addDays(time.day, -daysAgo)) === 5) return daysAgo;
  }
}

/** When the rule was closed again, on the Monday. */
export function mondayOfChange(time: SeedTime): Date {
  return time.at(fridayOfChange(time) - 3, "08:54");
}
