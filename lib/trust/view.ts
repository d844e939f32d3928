import { z } from "zod";
import {
  gateKinds,
  ratingCauseSchema,
  ratingResultSchema,
  trustBandSchema,
  trustComponentSchema,
  trustRatingSchema,
} from "#lib/trust/schema.ts";

export const raiseKinds = [
  "review",
  "renew-review",
  "confirm",
  "maintainer",
  "answer",
  "contact",
  "verify-docs",
  "evaluate",
  "evaluate-again",
  "more-calls",
  "fewer-failures",
  "more-ratings",
] as const;
export type RaiseKind = (typeof raiseKinds)[number];

export const raiseSchema = z.object({
  kind: z.enum(raiseKinds),
  /** The kind of review, where it is one. */
  name: z.string().nullable(),
  /** Points of 100 that it would add, everything else being equal. */
  points: z.number(),
  /** Whether the tool would have a number at all only then. */
  isFirst: z.boolean(),
});
export type Raise = z.infer<typeof raiseSchema>;

export const movementSchema = z.object({
  /** Components whose value changed, most weight first; null is "no evidence". */
  components: z.array(
    z.object({
      component: trustComponentSchema,
      from: z.number().nullable(),
      to: z.number().nullable(),
    }),
  ),
  gatesAdded: z.array(z.enum(gateKinds)),
  gatesGone: z.array(z.enum(gateKinds)),
  hasNewSettings: z.boolean(),
});
export type Movement = z.infer<typeof movementSchema>;

export const ratingPointSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  score: z.number().nullable(),
  band: trustBandSchema.nullable(),
  cause: ratingCauseSchema,
  /** What is different from the point before; null for the first. */
  moved: movementSchema.nullable(),
});
export type RatingPoint = z.infer<typeof ratingPointSchema>;

export const disputeViewSchema = z.object({
  id: z.uuid(),
  component: trustComponentSchema,
  text: z.string(),
  openedBy: z.string(),
  openedAt: z.iso.datetime(),
  outcome: z.string().nullable(),
  settlement: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: z.iso.datetime().nullable(),
});
export type DisputeView = z.infer<typeof disputeViewSchema>;

export const exemptionViewSchema = z.object({
  id: z.uuid(),
  gate: z.string(),
  reason: z.string(),
  grantedBy: z.string(),
  grantedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type ExemptionView = z.infer<typeof exemptionViewSchema>;

/** All that the Trust tab and the API tell about one tool. */
export const trustOfToolSchema = z.object({
  tool: z.object({ slug: z.string(), name: z.string(), riskTier: z.string() }),
  /** Null until the tool has been rated for the first time. */
  computedAt: z.iso.datetime().nullable(),
  cause: ratingCauseSchema.nullable(),
  mark: trustRatingSchema,
  rating: ratingResultSchema.nullable(),
  raises: z.array(raiseSchema),
  /** 90 days, oldest first. */
  history: z.array(ratingPointSchema),
  disputes: z.array(disputeViewSchema),
  exemptions: z.array(exemptionViewSchema),
  /** What this person may do here. */
  may: z.object({
    review: z.boolean(),
    settle: z.boolean(),
    exempt: z.boolean(),
    verifyDocs: z.boolean(),
  }),
});
export type TrustOfTool = z.infer<typeof trustOfToolSchema>;
