import { createHash } from "node:crypto";
import { addDays } from "#demo/company/days.ts";
import { offices } from "#demo/company/organisation.ts";
import { isWorkingDay } from "#demo/company/public-holidays.ts";
import type { SeededRandom } from "#demo/company/seeded-random.ts";
import type { SeededPerson } from "../organisation.ts";
import type { SeedTime } from "../seed-time.ts";

const shareOfDays = 0.08;
const officeHours = [
  [8, 5],
  [9, 11],
  [10, 13],
  [11, 11],
  [12, 6],
  [13, 7],
  [14, 12],
  [15, 11],
  [16, 9],
  [17, 4],
] as const;
const anyHour = Array.from({ length: 24 }, (_, hour) => [hour, hour >= 7 && hour <= 19 ? 4 : 2] as const);

/** Whether a person works in shifts, day and night. */
export function worksInShifts(person: SeededPerson): boolean {
  return person.team === "operations-centre" || person.team === "field-engineering";
}

/** Whether the person's office is open, as a share of an ordinary day. */
export function isDayOff(person: SeededPerson, time: SeedTime, daysAgo: number): boolean {
  return !isWorkingDay(person.office, addDays(time.day, -daysAgo));
}

/** A moment within the person's working hours of a day, to the second. */
export function workingMoment(
  person: SeededPerson,
  time: SeedTime,
  daysAgo: number,
  random: SeededRandom,
): Date {
  const hour = random.weighted(worksInShifts(person) ? anyHour : officeHours);
  const office = offices.find(({ slug }) => slug === person.office);
  const clock = `${String(hour).padStart(2, "0")}:${String(random.between(0, 59)).padStart(2, "0")}`;
  const minute = time.exactly(daysAgo, clock, office?.timeZone);
  return new Date(minute.getTime() + random.between(0, 59_999));
}

/** Nobody works in the portal every day: whether this is one of a person's days in it. */
export function usesPortalOn(person: SeededPerson, daysAgo: number): boolean {
  return createHash("sha256").update(`${person.id} ${daysAgo}`).digest().readUInt8(0) < 256 * shareOfDays;
}

/** Whether somebody worked here and had an account on a day. */
export function wasHere(person: SeededPerson, daysAgo: number): boolean {
  return person.joinedDaysAgo > daysAgo && (person.leftDaysAgo === null || person.leftDaysAgo < daysAgo);
}
