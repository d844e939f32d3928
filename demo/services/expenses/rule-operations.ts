import { z } from "zod";
import { addDays, dayOf, daysBetween } from "#demo/company/days.ts";
import { approvalLimits, perDiems, travelAdvanceForm } from "#demo/company/facts.ts";
import { people } from "#demo/company/organisation.ts";
import { staffEmailSchema } from "../http/fields.ts";
import { defineOperation, type Operation } from "../http/operation.ts";
import { invalidField, notFound } from "../http/problem.ts";
import type { ServiceContext } from "../service-context.ts";
import type { Collection } from "../store/store.ts";
import { approverOf, levelFor, limitOf } from "./approver.ts";
import { perDiemIn } from "./price-claim.ts";
import {
  advanceSchema,
  amountSchema,
  approverLevelSchema,
  type Currency,
  currencySchema,
  findApproverAnswerSchema,
  newAdvanceSchema,
  regionSchema,
  type TravelAdvance,
} from "./schema.ts";
import { lastSeededAdvance } from "./seed-claims.ts";

const formSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    status: z.enum(["current", "superseded"]),
    replacedBy: z.string().nullable().describe("Form to use instead."),
    replacedOn: z.iso.date().nullable(),
    howTo: z.string(),
  })
  .meta({ id: "Form" });

/** Operations on limits, allowances, forms and travel advances. */
export function ruleOperations(
  advances: Collection<TravelAdvance>,
  context: ServiceContext,
): readonly Operation[] {
  const nextNumber = context.store.counter("advances", lastSeededAdvance);
  return [
    defineOperation({
      operationId: "listApprovalLimits",
      method: "get",
      path: "/approval-limits",
      tag: "Rules",
      summary: "List approval limits",
      description: "Lists up to which amount each level approves, in pounds and euros.",
      success: {
        status: 200,
        description: "The limits, the lowest first.",
        schema: z.strictObject({
          limits: z.array(
            z.strictObject({
              level: approverLevelSchema,
              name: z.string(),
              limitGbp: z.number(),
              limitEur: z.number(),
            }),
          ),
        }),
      },
      handle: () => ({ body: { limits: approvalLimits } }),
    }),
    defineOperation({
      operationId: "findApprover",
      method: "get",
      path: "/approver",
      tag: "Rules",
      summary: "Find who approves an amount",
      description: "Says which level approves an amount and, when a claimant is named, which person.",
      queryInput: z.strictObject({
        amount: amountSchema.describe("Amount of the claim.").meta({ examples: [1200] }),
        currency: currencySchema.default("GBP"),
        claimant: staffEmailSchema.optional().describe("Whose claim it is."),
      }),
      success: { status: 200, description: "Level and person.", schema: findApproverAnswerSchema },
      handle: ({ query }) => {
        const { amount, currency, claimant } = query;
        const person = people.find((candidate) => candidate.email === claimant);
        const level = levelFor(amount, currency);
        const approver =
          person === undefined
            ? {
                level: level.level,
                levelName: level.name,
                limit: limitOf(level.level, currency),
                name: null,
                email: null,
              }
            : (({ currency: _currency, ...rest }) => rest)(approverOf(person, amount, currency));
        return { body: { amount, currency, claimant: claimant ?? null, approver } };
      },
    }),
    defineOperation({
      operationId: "listPerDiems",
      method: "get",
      path: "/per-diems",
      tag: "Rules",
      summary: "List daily allowances",
      description: "Lists the daily allowance and the hotel limit for each part of the world, or for one.",
      queryInput: z.strictObject({ region: regionSchema.optional() }),
      success: {
        status: 200,
        description: "The allowances.",
        schema: z.strictObject({
          perDiems: z.array(
            z.strictObject({
              region: regionSchema,
              name: z.string(),
              currency: currencySchema,
              perDay: z.number(),
              hotelPerNight: z.number(),
              exceptions: z.string(),
            }),
          ),
        }),
      },
      handle: ({ query }) => ({
        body: {
          perDiems: perDiems.filter((rule) => query.region === undefined || rule.region === query.region),
        },
      }),
    }),
    defineOperation({
      operationId: "getForm",
      method: "get",
      path: "/forms/{formId}",
      tag: "Rules",
      summary: "Look up a form",
      description: "Says whether a form is still in use and which one replaced it.",
      pathInput: z.strictObject({
        formId: z
          .string()
          .regex(/^EXP-\d{2}$/, "A form is EXP- and two digits.")
          .describe("Number of the form.")
          .meta({ examples: [travelAdvanceForm.currentId] }),
      }),
      success: { status: 200, description: "The form.", schema: formSchema },
      refusals: { 404: "There is no such form." },
      handle: ({ path }) => {
        const { supersededId, supersededName, currentId, currentName, replacedDaysAgo, howNow } =
          travelAdvanceForm;
        if (path.formId === currentId) {
          const form = {
            id: currentId,
            name: currentName,
            status: "current",
            replacedBy: null,
            replacedOn: null,
            howTo: howNow,
          };
          return { body: form };
        }
        if (path.formId !== supersededId) throw notFound(`form ${path.formId}`);
        const replacedOn = addDays(context.day, -replacedDaysAgo);
        return {
          body: {
            id: supersededId,
            name: supersededName,
            status: "superseded",
            replacedBy: currentId,
            replacedOn,
            howTo: howNow,
          },
        };
      },
    }),
    defineOperation({
      operationId: "requestTravelAdvance",
      method: "post",
      path: "/travel-advances",
      tag: "Travel advances",
      summary: "Ask for a travel advance",
      description: `Asks for money before a journey, on form ${travelAdvanceForm.currentId}. Without an amount it is the daily allowance for all days.`,
      idempotent: true,
      bodyInput: newAdvanceSchema,
      success: { status: 201, description: "The advance; it waits for the approver.", schema: advanceSchema },
      handle: ({ body }) => {
        const now = context.now();
        const person = people.find((candidate) => candidate.email === body.person);
        if (person === undefined) throw invalidField("person", "Nobody at Northmere has this address.");
        if (body.lastDay < body.firstDay) throw invalidField("lastDay", "The last day is before the first.");
        if (body.firstDay < dayOf(now))
          throw invalidField("firstDay", "This day is over; hand in a claim instead.");
        const days = daysBetween(body.firstDay, body.lastDay) + 1;
        if (days > 60) throw invalidField("lastDay", "A journey is at most 60 days long.");
        const currency: Currency = person.office === "porto" ? "EUR" : "GBP";
        const amount = body.amount ?? Math.round(perDiemIn(body.region, currency) * days * 100) / 100;
        const advance: TravelAdvance = {
          id: `TA-${nextNumber()}`,
          form: travelAdvanceForm.currentId,
          person: person.email,
          purpose: body.purpose,
          amount,
          currency,
          region: body.region,
          firstDay: body.firstDay,
          lastDay: body.lastDay,
          status: "submitted",
          approver: approverOf(person, amount, currency),
          requestedAt: now,
        };
        advances.put(advance);
        return { body: advance };
      },
    }),
    defineOperation({
      operationId: "listTravelAdvances",
      method: "get",
      path: "/travel-advances",
      tag: "Travel advances",
      summary: "List travel advances",
      description: "Lists travel advances, the latest first, for everybody or one person.",
      queryInput: z.strictObject({
        person: staffEmailSchema.optional().describe("Only advances of this person."),
        limit: z.int().min(1).max(100).default(20).describe("How many to return at most."),
      }),
      success: {
        status: 200,
        description: "The advances.",
        schema: z.strictObject({ total: z.int(), advances: z.array(advanceSchema) }),
      },
      handle: ({ query }) => {
        const found = advances
          .list()
          .filter((advance) => query.person === undefined || advance.person === query.person)
          .sort((a, b) => b.requestedAt.localeCompare(a.requestedAt));
        return { body: { total: found.length, advances: found.slice(0, query.limit) } };
      },
    }),
  ];
}
