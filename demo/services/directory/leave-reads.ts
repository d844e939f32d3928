import { z } from "zod";
import { daysBetween } from "#demo/company/days.ts";
import { leaveRules } from "#demo/company/facts.ts";
import { type Person, people, teamBySlug } from "#demo/company/organisation.ts";
import { publicHolidays } from "#demo/company/public-holidays.ts";
import { daySchema } from "../http/fields.ts";
import { defineOperation, type Operation } from "../http/operation.ts";
import { invalidField } from "../http/problem.ts";
import type { ServiceContext } from "../service-context.ts";
import { type DirectoryData, personOrNotFound, today } from "./directory-data.ts";
import {
  type LeaveRequest,
  leaveBalanceSchema,
  leaveKindSchema,
  leaveRequestSchema,
  leaveStatusSchema,
  personKeySchema,
  teamSchema,
} from "./schema.ts";
import { carriedOverOf, entitlementOf } from "./seed-leave.ts";

const allowedDays: Partial<Record<LeaveRequest["kind"], number>> = {
  carer: leaveRules.carerDays,
  study: leaveRules.studyDays,
  bereavement: leaveRules.bereavementDays,
  volunteer: leaveRules.volunteerDays,
};

const sum = (requests: readonly LeaveRequest[]) =>
  requests.reduce((days, request) => days + request.workingDays, 0);

/** What a person may still take in a year; a request counts in the year of its first day. */
export function balanceOf(
  data: DirectoryData,
  person: Person,
  year: number,
  asOf: string,
): z.infer<typeof leaveBalanceSchema> {
  const ofYear = data.leave
    .list()
    .filter((request) => request.person === person.email && request.firstDay.startsWith(`${year}-`));
  const annual = ofYear.filter((request) => request.kind === "annual");
  const approved = annual.filter((request) => request.status === "approved");
  const taken = sum(approved.filter((request) => request.lastDay < asOf));
  const booked = sum(approved) - taken;
  const requested = sum(annual.filter((request) => request.status === "requested"));
  const entitled = entitlementOf(person, person.joinedDaysAgo + daysBetween(data.day, `${year}-12-31`));
  const carriedOver = carriedOverOf(person, year);
  const others = leaveKindSchema.options.filter((kind) => kind !== "annual");
  return {
    person: { name: person.name, email: person.email, office: person.office },
    year,
    asOf,
    annual: {
      entitled,
      carriedOver,
      carriedOverUntil: `${year}-03-31`,
      taken,
      booked,
      requested,
      left: entitled + carriedOver - taken - booked - requested,
    },
    otherKinds: others.map((kind) => ({
      kind,
      daysTaken: sum(ofYear.filter((request) => request.kind === kind && request.status === "approved")),
      daysAllowed: allowedDays[kind] ?? null,
    })),
    publicHolidaysLeft: publicHolidays(person.office, year).filter((holiday) => holiday.day >= asOf).length,
  };
}

/** Operations that look at leave. */
export function leaveReads(data: DirectoryData, context: ServiceContext): readonly Operation[] {
  return [
    defineOperation({
      operationId: "getLeaveBalance",
      method: "get",
      path: "/people/{person}/leave-balance",
      tag: "Leave",
      summary: "Show how much leave is left",
      description:
        "Shows the leave of one person in a year: days due, carried over, taken, booked, asked for and left. Use it before asking for leave.",
      pathInput: z.strictObject({ person: personKeySchema }),
      queryInput: z.strictObject({
        year: z.int().min(2020).max(2099).optional().describe("Year of leave; this year when left out."),
      }),
      success: { status: 200, description: "The balance.", schema: leaveBalanceSchema },
      refusals: { 404: "Nobody is called so." },
      handle: ({ path, query }) => {
        const asOf = today(context);
        const person = personOrNotFound(path.person);
        return { body: balanceOf(data, person, query.year ?? Number(asOf.slice(0, 4)), asOf) };
      },
    }),
    defineOperation({
      operationId: "listLeaveRequests",
      method: "get",
      path: "/people/{person}/leave-requests",
      tag: "Leave",
      summary: "List somebody's leave",
      description: "Lists the leave requests of one person, the latest first, with what was decided.",
      pathInput: z.strictObject({ person: personKeySchema }),
      queryInput: z.strictObject({
        status: leaveStatusSchema.optional(),
        kind: leaveKindSchema.optional(),
        from: daySchema.optional().describe("Only leave that ends on or after this day."),
        to: daySchema.optional().describe("Only leave that begins on or before this day."),
      }),
      success: {
        status: 200,
        description: "The requests.",
        schema: z.strictObject({ person: z.string(), requests: z.array(leaveRequestSchema) }),
      },
      refusals: { 404: "Nobody is called so." },
      handle: ({ path, query }) => {
        const person = personOrNotFound(path.person);
        if (query.from !== undefined && query.to !== undefined && query.to < query.from) {
          throw invalidField("to", "This day is before from.");
        }
        const requests = data.leave
          .list()
          .filter(
            (request) =>
              request.person === person.email &&
              (query.status === undefined || request.status === query.status) &&
              (query.kind === undefined || request.kind === query.kind) &&
              (query.from === undefined || request.lastDay >= query.from) &&
              (query.to === undefined || request.firstDay <= query.to),
          )
          .sort((a, b) => b.firstDay.localeCompare(a.firstDay));
        return { body: { person: person.email, requests } };
      },
    }),
    defineOperation({
      operationId: "listWhoIsAway",
      method: "get",
      path: "/who-is-away",
      tag: "Leave",
      summary: "List who is away",
      description:
        "Lists the people of a team who are away on a day, with the day they come back. The kind of leave is not shown.",
      queryInput: z.strictObject({
        team: teamSchema,
        day: daySchema.optional().describe("Day asked about; today when left out."),
      }),
      success: {
        status: 200,
        description: "Who is away.",
        schema: z.strictObject({
          team: z.string(),
          day: z.iso.date(),
          teamSize: z.int(),
          away: z.array(z.strictObject({ name: z.string(), email: z.string(), lastDayAway: z.iso.date() })),
        }),
      },
      handle: ({ query }) => {
        const day = query.day ?? today(context);
        const members = people.filter((person) => person.team === query.team && person.leftDaysAgo === null);
        const away = members.flatMap((person) =>
          data.leave
            .list()
            .filter(
              (request) =>
                request.person === person.email &&
                request.status === "approved" &&
                request.firstDay <= day &&
                request.lastDay >= day,
            )
            .slice(0, 1)
            .map((request) => ({ name: person.name, email: person.email, lastDayAway: request.lastDay })),
        );
        return { body: { team: teamBySlug(query.team).name, day, teamSize: members.length, away } };
      },
    }),
  ];
}
