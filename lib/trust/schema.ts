import { z } from "zod";
import { exclusionReasons } from "#lib/reviews/counted-ratings.ts";
import { type TrustRating, trustBands, trustComponents } from "#lib/trust/mark.ts";

export const trustComponentSchema = z.enum(trustComponents);
export const trustBandSchema = z.enum(trustBands);

export const strengthWords = ["strong", "partial", "thin"] as const;

export const ratingCauses = [
  "nightly",
  "rating-changed",
  "review-recorded",
  "incident",
  "published",
  "ownership-confirmed",
  "question-answered",
  "lifecycle",
  "docs-verified",
  "blocked",
  "exemption",
  "settings",
  "probe",
] as const;
export const ratingCauseSchema = z.enum(ratingCauses);
export type RatingCause = z.infer<typeof ratingCauseSchema>;

const value = z.number().min(0).max(1).nullable();
const count = z.number().int().min(0);
const moment = z.iso.datetime().nullable();

const evaluationSchema = z.object({
  value,
  suites: z.array(
    z.object({
      title: z.string(),
      version: z.string(),
      passed: count,
      items: count,
      /** The lower bound of the pass share, and how far it stands between floor and target. */
      bound: z.number(),
      earned: z.number(),
      isOwnerReported: z.boolean(),
      isCurrent: z.boolean(),
    }),
  ),
});

const reliabilitySchema = z.object({
  value,
  good: count,
  valid: count,
  probesGood: count,
  probesValid: count,
  ownCalls: count,
  needed: count,
  slo: z.number(),
  hasPromise: z.boolean(),
});

export const reviewStates = ["in-date", "expired", "failed", "missing"] as const;
const complianceSchema = z.object({
  value,
  reviews: z.array(
    z.object({
      kind: z.string(),
      state: z.enum(reviewStates),
      share: z.number(),
      reviewer: z.string().nullable(),
      expiresAt: moment,
    }),
  ),
});

const ownershipSchema = z.object({
  value,
  team: z.string().nullable(),
  hasActiveTeam: z.boolean(),
  maintainers: count,
  confirmedAt: moment,
  isConfirmed: z.boolean(),
  questions: count,
  /** Median over answered and overdue questions; null without any. */
  answerWorkingDays: z.number().nullable(),
  hasContact: z.boolean(),
  hasSuccessor: z.boolean(),
});

const freshnessSchema = z.object({
  value,
  docsVerifiedAt: moment,
  docsVerifiedBy: z.string().nullable(),
  docs: value,
  evaluatedAt: moment,
  evaluation: value,
});

const peopleSchema = z.object({
  value,
  counted: count,
  teams: count,
  /** Null until enough people of enough teams have rated. */
  average: z.number().nullable(),
  /** Ratings that are shown but have no part in the number, by reason. */
  excluded: z.array(z.object({ reason: z.enum(exclusionReasons), count })),
  prior: z.array(z.number()),
});

export const gateKinds = [
  "blocked",
  "unowned",
  "not-yet-rated",
  "evaluation-at-floor",
  "review-expired",
  "not-evaluated",
  "without-evaluation",
  "deprecated",
] as const;
export type GateKind = (typeof gateKinds)[number];

export const trustGateSchema = z.object({
  kind: z.enum(gateKinds),
  /** The highest number that it lets through; null when it lets no number through, or freezes it. */
  cap: z.number().nullable(),
  /** Until when and why it does not hold, if somebody granted that. */
  exempt: z.object({ until: z.iso.datetime(), reason: z.string() }).nullable(),
});
export type TrustGate = z.infer<typeof trustGateSchema>;

const standingSchema = z.object({
  /** The band that the number has earned, whatever the gates say. */
  band: trustBandSchema,
  streak: z.object({ toward: trustBandSchema, nights: count }).nullable(),
});
export type BandStanding = z.infer<typeof standingSchema>;

/** A rating as it was computed, with every count that it is made of. */
export const ratingResultSchema = z.object({
  components: z.object({
    evaluation: evaluationSchema,
    reliability: reliabilitySchema,
    compliance: complianceSchema,
    ownership: ownershipSchema,
    freshness: freshnessSchema,
    people: peopleSchema,
  }),
  /** Most serious first. */
  gates: z.array(trustGateSchema),
  /** The number before gates, 0 to 100. */
  uncapped: z.number(),
  /** The number that is shown; null while a gate lets none through. */
  score: z.number().nullable(),
  band: trustBandSchema.nullable(),
  standing: standingSchema.nullable(),
  strength: z.object({ value: z.number(), word: z.enum(strengthWords) }),
  unownedSince: moment,
  hasSample: z.boolean(),
});
export type RatingResult = z.infer<typeof ratingResultSchema>;
export type ComponentResults = RatingResult["components"];

/** The mark as it goes over the API; see TrustRating. */
export const trustRatingSchema: z.ZodType<TrustRating> = z.object({
  threads: z.object({
    evaluation: value,
    reliability: value,
    compliance: value,
    ownership: value,
    freshness: value,
    people: value,
  }),
  score: z.number().nullable(),
  band: trustBandSchema.nullable(),
  gate: z.object({ at: z.number(), words: z.string() }).nullable().optional(),
  thin: z.boolean().optional(),
  sentences: z.partialRecord(trustComponentSchema, z.string()).optional(),
});
