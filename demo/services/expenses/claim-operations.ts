import { z } from "zod";
import { dayOf } from "#demo/company/days.ts";
import { expenseRules } from "#demo/company/facts.ts";
import { people } from "#demo/company/organisation.ts";
import { daySchema, pageFields, pageOf, staffEmailSchema } from "../http/fields.ts";
import { defineOperation, type Operation } from "../http/operation.ts";
import { invalidField, notFound, Problem } from "../http/problem.ts";
import type { ServiceContext } from "../service-context.ts";
import type { Collection } from "../store/store.ts";
import { approverOf } from "./approver.ts";
import { priceClaim } from "./price-claim.ts";
import {
  type Claim,
  claimDecisionSchema,
  claimIdSchema,
  claimSchema,
  expenseCategorySchema,
  newClaimSchema,
  statusSchema,
} from "./schema.ts";
import { lastSeededClaim } from "./seed-claims.ts";

/** Operations on expense claims. */
export function claimOperations(claims: Collection<Claim>, context: ServiceContext): readonly Operation[] {
  const nextNumber = context.store.counter("claims", lastSeededClaim);

  function claimOrNotFound(id: string): Claim {
    const claim = claims.get(id);
    if (claim === undefined) throw notFound(`claim ${id}`);
    return claim;
  }

  return [
    defineOperation({
      operationId: "listClaims",
      method: "get",
      path: "/claims",
      tag: "Claims",
      summary: "Find expense claims",
      description:
        "Lists expense claims that match all filters given, the latest first: whose they are, how much, where they stand and who decides.",
      queryInput: z.strictObject({
        claimant: staffEmailSchema.optional().describe("Only claims of this person."),
        approver: staffEmailSchema.optional().describe("Only claims on which this person decides."),
        status: z.array(statusSchema).optional().describe("One or several; repeat the parameter for each."),
        category: expenseCategorySchema.optional(),
        submittedFrom: daySchema.optional().describe("First day on which claims were handed in."),
        submittedTo: daySchema.optional().describe("Last day on which claims were handed in."),
        minTotal: z.number().min(0).optional().describe("Only claims of at least this amount."),
        ...pageFields,
      }),
      success: {
        status: 200,
        description: "One page of claims.",
        schema: z.strictObject({
          total: z.int().describe("How many match in all."),
          claims: z.array(claimSchema),
          nextCursor: z.string().nullable(),
        }),
      },
      handle: ({ query }) => {
        if (query.submittedFrom && query.submittedTo && query.submittedTo < query.submittedFrom) {
          throw invalidField("submittedTo", "This day is before submittedFrom.");
        }
        const found = claims
          .list()
          .filter((claim) => {
            const submitted = dayOf(claim.submittedAt);
            return (
              (query.claimant === undefined || claim.claimant === query.claimant) &&
              (query.approver === undefined || claim.approver.email === query.approver) &&
              (query.status === undefined || query.status.includes(claim.status)) &&
              (query.category === undefined ||
                claim.items.some((item) => item.category === query.category)) &&
              (query.submittedFrom === undefined || submitted >= query.submittedFrom) &&
              (query.submittedTo === undefined || submitted <= query.submittedTo) &&
              (query.minTotal === undefined || claim.total >= query.minTotal)
            );
          })
          .sort((a, b) => b.submittedAt.localeCompare(a.submittedAt));
        const { total, items, nextCursor } = pageOf(found, query);
        return { body: { total, claims: items, nextCursor } };
      },
    }),
    defineOperation({
      operationId: "getClaim",
      method: "get",
      path: "/claims/{claimId}",
      tag: "Claims",
      summary: "Show an expense claim",
      description: "Shows one claim with its lines, its total, who decides and when it was paid.",
      pathInput: z.strictObject({ claimId: claimIdSchema }),
      success: { status: 200, description: "The claim.", schema: claimSchema },
      refusals: { 404: "There is no such claim." },
      handle: ({ path }) => ({ body: claimOrNotFound(path.claimId) }),
    }),
    defineOperation({
      operationId: "submitClaim",
      method: "post",
      path: "/claims",
      tag: "Claims",
      summary: "Hand in an expense claim",
      description: `Hands in a claim with one or more lines. Mileage and daily allowances are worked out; the approver follows from the total. Paid within ${expenseRules.paidWithinWorkingDays} working days of approval.`,
      idempotent: true,
      bodyInput: newClaimSchema,
      bodyExamples: {
        visit: {
          summary: "A visit to a customer",
          value: {
            claimant: "amelia.hart@northmere.example",
            purpose: "Visit to a customer in Bath",
            items: [
              {
                kind: "receipt",
                category: "travel-rail",
                spentOn: context.day,
                merchant: "Return ticket",
                amount: 21.4,
              },
              { kind: "mileage", drivenOn: context.day, from: "Bath station", to: "Customer", distance: 6 },
            ],
          },
        },
      },
      success: { status: 201, description: "The claim with its total and approver.", schema: claimSchema },
      handle: ({ body }) => {
        const now = context.now();
        const person = people.find((candidate) => candidate.email === body.claimant);
        if (person === undefined) throw invalidField("claimant", "Nobody at Northmere has this address.");
        const currency = body.currency ?? (person.office === "porto" ? "EUR" : "GBP");
        const priced = priceClaim(body.items, currency, dayOf(now));
        const claim: Claim = {
          id: `E-${nextNumber()}`,
          claimant: person.email,
          purpose: body.purpose,
          currency,
          ...priced,
          status: "submitted",
          approver: approverOf(person, priced.total, currency, "items"),
          costCentre: body.costCentre ?? null,
          submittedAt: now,
          decidedAt: null,
          decidedBy: null,
          decisionReason: null,
          paidOn: null,
        };
        claims.put(claim);
        return { body: claim, headers: { location: `/expenses/v1/claims/${claim.id}` } };
      },
    }),
    defineOperation({
      operationId: "decideClaim",
      method: "post",
      path: "/claims/{claimId}/decision",
      tag: "Claims",
      summary: "Approve or decline an expense claim",
      description: "Records the decision on a claim. Only the approver named on the claim decides.",
      pathInput: z.strictObject({ claimId: claimIdSchema }),
      bodyInput: claimDecisionSchema,
      success: { status: 200, description: "The claim with the decision.", schema: claimSchema },
      refusals: {
        403: "This person may not decide on the claim.",
        404: "There is no such claim.",
        409: "The claim was decided already.",
      },
      handle: ({ path, body }) => {
        const claim = claimOrNotFound(path.claimId);
        if (claim.status !== "submitted") throw new Problem(409, `${claim.id} is ${claim.status} already.`);
        if (body.decidedBy !== claim.approver.email) {
          const { level, name } = claim.approver;
          throw new Problem(
            403,
            `${claim.id} is decided by ${name} (${level}), because of its total of ${claim.total} ${claim.currency}.`,
          );
        }
        if (body.decision === "declined" && body.reason === undefined)
          throw invalidField("reason", "Say why it is declined.");
        const decided: Claim = {
          ...claim,
          status: body.decision,
          decidedAt: context.now(),
          decidedBy: body.decidedBy,
          decisionReason: body.reason ?? null,
        };
        claims.put(decided);
        return { body: decided };
      },
    }),
    defineOperation({
      operationId: "withdrawClaim",
      method: "delete",
      path: "/claims/{claimId}",
      tag: "Claims",
      summary: "Withdraw an expense claim",
      description: "Takes back a claim on which nobody has decided. It stays in the list as withdrawn.",
      pathInput: z.strictObject({ claimId: claimIdSchema }),
      success: { status: 204, description: "The claim is withdrawn." },
      refusals: { 404: "There is no such claim.", 409: "The claim was decided already." },
      handle: ({ path }) => {
        const claim = claimOrNotFound(path.claimId);
        if (claim.status !== "submitted") throw new Problem(409, `${claim.id} is ${claim.status} already.`);
        claims.put({ ...claim, status: "withdrawn" });
        return {};
      },
    }),
  ];
}
