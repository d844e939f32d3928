import { z } from "zod";
import { personRefSchema } from "#lib/identity/schema.ts";
import { checkResultSchema } from "#lib/publishing/checks.ts";
import { approvalCapacities } from "#lib/publishing/release-rules.ts";

export const requestStates = ["in-review", "published", "returned", "withdrawn"] as const;

const answerSchema = z.object({
  capacity: z.enum(approvalCapacities),
  outcome: z.enum(["approved", "returned"]),
  note: z.string(),
  by: personRefSchema,
  at: z.iso.datetime(),
});

/** A request as it stands in lists. */
export const releaseRequestSchema = z.object({
  id: z.uuid(),
  tool: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  version: z.string(),
  notes: z.string(),
  status: z.enum(requestStates),
  requestedBy: personRefSchema,
  requestedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** Who has to agree, with the answer of those who did. */
  approvals: z.array(z.object({ capacity: z.enum(approvalCapacities), answer: answerSchema.nullable() })),
  /** In what capacities this viewer may answer now; empty with a reason. */
  mine: z.array(z.enum(approvalCapacities)),
  whyNot: z.string().nullable(),
});
export type ReleaseRequestView = z.infer<typeof releaseRequestSchema>;

export const answerReleaseSchema = z.strictObject({
  outcome: z.enum(["approved", "returned"]),
  note: z.string().trim().max(2000, "A note holds at most 2,000 characters."),
});
export type AnswerReleaseInput = z.infer<typeof answerReleaseSchema>;

export const answeredSchema = z.object({
  status: z.enum(requestStates),
  /** Who still has to agree. */
  waitsFor: z.array(z.enum(approvalCapacities)),
});
export type Answered = z.infer<typeof answeredSchema>;

/** What a request keeps of its checks: who edited the draft, and what was found when it was handed in. */
export const keptChecksSchema = z.object({
  authors: z.array(z.string()).default([]),
  results: z.array(checkResultSchema).default([]),
});
