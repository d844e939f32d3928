import { addDays, momentAt } from "#demo/company/days.ts";
import { leaveRules } from "#demo/company/facts.ts";
import { type Person, people, personById } from "#demo/company/organisation.ts";
import { isWorkingDay, workingDays } from "#demo/company/public-holidays.ts";
import { seededRandom } from "#demo/company/seeded-random.ts";
import type { LeaveRequest } from "./schema.ts";

/** Number of the last seeded leave request stays below this one. */
export const lastSeededLeave = 19_999;

/** The manager who decides; the managing director's own requests go to the People Director. */
export function approverOf(person: Person): string {
  return personById(person.managerId ?? "helena-fonseca").email;
}

// Everybody keeps a few days of a year.
const mostDaysTaken = 22;

/** Days of annual leave a year, with those for length of service. */
export function entitlementOf(person: Person, daysSinceJoining: number): number {
  const years = daysSinceJoining / 365.25;
  const extra = leaveRules.extraDaysAfterYears.filter((step) => years >= step.years).at(-1)?.days ?? 0;
  return leaveRules.annualDays[person.office] + extra;
}

/** Days carried over into a year: the same for a person and year whenever asked. */
export function carriedOverOf(person: Person, year: number): number {
  return seededRandom(`northmere-carried ${person.id} ${year}`).between(0, leaveRules.carryOverDays);
}

/** Leave of everybody from ten months before `day` to five months after it. */
export function makeLeaveRequests(day: string): readonly LeaveRequest[] {
  const random = seededRandom("northmere-leave");
  const requests: LeaveRequest[] = [];

  function add(
    person: Person,
    firstDay: string,
    length: number,
    kind: LeaveRequest["kind"],
    isPending: boolean,
  ): void {
    let first = firstDay;
    while (!isWorkingDay(person.office, first)) first = addDays(first, 1);
    const last = addDays(first, length - 1);
    const askedAhead = kind === "sick" ? 0 : random.between(14, 60);
    const asked =
      addDays(first, -askedAhead) > addDays(day, -1)
        ? addDays(day, -random.between(1, 6))
        : addDays(first, -askedAhead);
    const requestedAt = momentAt(asked, "09:20");
    requests.push({
      id: `L-${10_001 + requests.length}`,
      person: person.email,
      kind,
      firstDay: first,
      lastDay: last,
      halfDay: null,
      workingDays: workingDays(person.office, first, last),
      status: isPending ? "requested" : "approved",
      note: null,
      cover: null,
      approver: approverOf(person),
      requestedAt,
      decidedAt: isPending ? null : momentAt(asked, "15:40"),
      decisionReason: null,
    });
  }

  for (const person of people) {
    const since = addDays(day, -Math.min(person.joinedDaysAgo, 300));
    const until = person.leftDaysAgo === null ? addDays(day, 150) : addDays(day, -person.leftDaysAgo);
    const taken = new Map<string, number>();
    let start = addDays(since, random.between(5, 50));
    while (start < until) {
      const length = random.weighted([
        [1, 4],
        [2, 3],
        [3, 2],
        [5, 3],
        [7, 2],
      ]);
      const isFuture = start > day;
      const year = start.slice(0, 4);
      const soFar = taken.get(year) ?? 0;
      if (soFar + length <= mostDaysTaken && (!isFuture || random.chance(0.6))) {
        taken.set(year, soFar + length);
        add(person, start, length, "annual", isFuture && random.chance(0.25));
      }
      start = addDays(start, length + random.between(35, 65));
    }
    if (random.chance(0.35) && person.leftDaysAgo === null) {
      add(person, addDays(day, -random.between(10, 200)), random.between(1, 4), "sick", false);
    }
  }
  return requests;
}
