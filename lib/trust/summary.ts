import { z } from "zod";
import { valuesOf } from "#lib/trust/rate.ts";
import { type RatingResult, strengthWords, trustBandSchema, trustGateSchema } from "#lib/trust/schema.ts";

const value = z.number().min(0).max(1).nullable();

/** A rating as other programs read it; it is part of a contract, so its members keep their names. */
export const trustSummarySchema = z.object({
  /** 0 to 100; null while a gate lets no number through. */
  score: z.number().nullable(),
  band: trustBandSchema.nullable(),
  /** Most serious first; `cap` is the highest number that a gate lets through, `exempt` until when it does not hold. */
  gates: z.array(trustGateSchema),
  evidenceStrength: z.object({ value: z.number(), word: z.enum(strengthWords) }),
  /** 0 to 1 each; null is "no evidence", which is not zero. */
  components: z.object({
    evaluation: value,
    reliability: value,
    compliance: value,
    ownership: value,
    freshness: value,
    people: value,
  }),
  computedAt: z.iso.datetime(),
  /** The version of weights and floors that it was computed with; null for the standard ones. */
  settingsVersion: z.uuid().nullable(),
  /** Whether sample data of the demo company is part of it. */
  hasSample: z.boolean(),
});
export type TrustSummary = z.infer<typeof trustSummarySchema>;

/** A stored rating in the words of the contract. */
export function trustSummary(
  rating: RatingResult,
  { computedAt, settingsId }: { readonly computedAt: Date; readonly settingsId: string | null },
): TrustSummary {
  return {
    score: rating.score,
    band: rating.band,
    gates: rating.gates,
    evidenceStrength: rating.strength,
    components: valuesOf(rating.components),
    computedAt: computedAt.toISOString(),
    settingsVersion: settingsId,
    hasSample: rating.hasSample,
  };
}
