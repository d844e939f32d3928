import { z } from "zod";
import { addDays, daysBetween, mondayOf } from "#demo/company/days.ts";
import { leaveRules } from "#demo/company/facts.ts";
import { workingDays } from "#demo/company/public-holidays.ts";
import { defineOperation, type Operation } from "../http/operation.ts";
import { invalidField, notFound, Problem } from "../http/problem.ts";
import type { ServiceContext } from "../service-context.ts";
import { type DirectoryData, personOrNotFound, today } from "./directory-data.ts";
import { balanceOf } from "./leave-reads.ts";
import {
  type LeaveRequest,
  leaveDecisionSchema,
  leaveRequestSchema,
  newLeaveRequestSchema,
} from "./schema.ts";
import { approverOf, lastSeededLeave } from "./seed-leave.ts";

const leaveIdSchema = z
  .string()
  .regex(/^L-\d{5,6}$/, "A leave request is L- and five digits, such as L-10042.")
  .describe("Number of the leave request.")
  .meta({ examples: ["L-10042"] });

function checkDays(input: z.output<typeof newLeaveRequestSchema>, now: string): void {
  if (input.lastDay < input.firstDay) throw invalidField("lastDay", "The last day is before the first.");
  if (input.halfDay !== undefined && input.firstDay !== input.lastDay) {
    throw invalidField("halfDay", "Half a day needs the same first and last day.");
  }
  if (daysBetween(input.firstDay, input.lastDay) > 366) throw invalidField("lastDay", "Longer than a year.");
  const isBackdated = input.firstDay < now;
  if (isBackdated && input.kind !== "sick") throw invalidField("firstDay", "This day is over.");
}

/** Operations that ask for, decide on and cancel leave. */
export function leaveWrites(data: DirectoryData, context: ServiceContext): readonly Operation[] {
  const nextNumber = context.store.counter("leave", lastSeededLeave);

  function requestOrNotFound(id: string): LeaveRequest {
    const request = data.leave.get(id);
    if (request === undefined) throw notFound(`leave request ${id}`);
    return request;
  }

  return [
    defineOperation({
      operationId: "requestLeave",
      method: "post",
      path: "/leave-requests",
      tag: "Leave",
      summary: "Ask for leave",
      description:
        "Asks for leave for one person; the manager then decides. Refused when the days overlap with other leave or more days are asked for than are left.",
      idempotent: true,
      bodyInput: newLeaveRequestSchema,
      bodyExamples: {
        week: {
          summary: "A week of holiday",
          value: {
            person: "amelia.hart@northmere.example",
            kind: "annual",
            firstDay: addDays(mondayOf(context.day), 28),
            lastDay: addDays(mondayOf(context.day), 32),
            cover: "jack.prosser@northmere.example",
          },
        },
      },
      success: {
        status: 201,
        description: "The request; it waits for the manager.",
        schema: leaveRequestSchema,
      },
      refusals: { 409: "The days overlap with other leave, or are not left." },
      handle: ({ body }) => {
        const asOf = today(context);
        checkDays(body, asOf);
        const person = personOrNotFound(body.person);
        const days =
          body.halfDay === undefined ? workingDays(person.office, body.firstDay, body.lastDay) : 0.5;
        if (days === 0) throw invalidField("firstDay", "There is no working day among these days.");
        const overlapping = data.leave
          .list()
          .find(
            (request) =>
              request.person === person.email &&
              (request.status === "approved" || request.status === "requested") &&
              request.firstDay <= body.lastDay &&
              request.lastDay >= body.firstDay,
          );
        if (overlapping !== undefined) {
          throw new Problem(
            409,
            `${person.name} is away from ${overlapping.firstDay} to ${overlapping.lastDay} already (${overlapping.id}).`,
          );
        }
        const { left } = balanceOf(data, person, Number(body.firstDay.slice(0, 4)), asOf).annual;
        if (body.kind === "annual" && days > left) {
          throw new Problem(409, `${days} days are asked for, ${left} are left.`);
        }
        const request: LeaveRequest = {
          id: `L-${nextNumber()}`,
          person: person.email,
          kind: body.kind,
          firstDay: body.firstDay,
          lastDay: body.lastDay,
          halfDay: body.halfDay ?? null,
          workingDays: days,
          status: "requested",
          note: body.note ?? null,
          cover: body.cover ?? null,
          approver: approverOf(person),
          requestedAt: context.now(),
          decidedAt: null,
          decisionReason: null,
        };
        data.leave.put(request);
        return { body: request };
      },
    }),
    defineOperation({
      operationId: "decideLeaveRequest",
      method: "patch",
      path: "/leave-requests/{requestId}",
      tag: "Leave",
      summary: "Approve or decline leave",
      description: `Records the manager's decision. Only the manager of the person decides; leave of more than ${leaveRules.longestWithoutDirectorDays} working days also needs the People Director's word beforehand.`,
      pathInput: z.strictObject({ requestId: leaveIdSchema }),
      bodyInput: leaveDecisionSchema,
      success: { status: 200, description: "The request with the decision.", schema: leaveRequestSchema },
      refusals: {
        403: "This person is not the manager.",
        404: "There is no such request.",
        409: "The request was decided already.",
      },
      handle: ({ path, body }) => {
        const request = requestOrNotFound(path.requestId);
        if (request.status !== "requested")
          throw new Problem(409, `${request.id} is ${request.status} already.`);
        if (body.decidedBy !== request.approver)
          throw new Problem(403, `Only ${request.approver} decides on ${request.id}.`);
        if (body.decision === "declined" && body.reason === undefined)
          throw invalidField("reason", "Say why it is declined.");
        const decided: LeaveRequest = {
          ...request,
          status: body.decision,
          decidedAt: context.now(),
          decisionReason: body.reason ?? null,
        };
        data.leave.put(decided);
        return { body: decided };
      },
    }),
    defineOperation({
      operationId: "cancelLeaveRequest",
      method: "delete",
      path: "/leave-requests/{requestId}",
      tag: "Leave",
      summary: "Cancel leave",
      description:
        "Cancels leave that has not begun; the days can be asked for again. The request stays in the list as cancelled.",
      pathInput: z.strictObject({ requestId: leaveIdSchema }),
      success: { status: 204, description: "The leave is cancelled." },
      refusals: { 404: "There is no such request.", 409: "The leave has begun, or was declined." },
      handle: ({ path }) => {
        const request = requestOrNotFound(path.requestId);
        if (request.status === "declined") throw new Problem(409, `${request.id} was declined.`);
        if (request.firstDay <= today(context))
          throw new Problem(409, `The leave began on ${request.firstDay}.`);
        if (request.status !== "cancelled") data.leave.put({ ...request, status: "cancelled" });
        return {};
      },
    }),
  ];
}
