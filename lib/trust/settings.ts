import { z } from "zod";

const share = z.number().min(0).max(1);
const days = z.number().positive().max(3650);
const reviewKinds = z.array(z.string().regex(/^[a-z][a-z-]{1,38}$/)).max(8);

/** Whether the runtime knows a time zone of this name. */
function isTimeZone(name: string): boolean {
  return name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name);
}

const weightsSchema = z
  .strictObject({
    evaluation: share,
    reliability: share,
    compliance: share,
    ownership: share,
    freshness: share,
    people: share,
  })
  .refine((weights) => Math.abs(Object.values(weights).reduce((sum, one) => sum + one, 0) - 1) < 1e-6, {
    message: "The six weights must add up to 1.",
  });

/** Everything in the rating that an installation may set. Shares are 0 to 1, caps and edges points of 100. */
export const trustSettingsSchema = z.strictObject({
  weights: weightsSchema,
  /** How much of the number is the weakest of evaluation, reliability, compliance and ownership. */
  weakestLink: share,
  /** z of the one-sided bounds. */
  confidence: z.number().min(0).max(5),
  evaluation: z.strictObject({ meanShare: share, ownerReported: share, otherVersion: share }),
  reliability: z.strictObject({
    windowDays: z.int().min(1).max(90),
    /** For tools without a promise of their own. */
    standardSlo: z.number().min(0.5).max(0.9999),
    /** Burn at which nothing is left, and how far below it everything is earned. */
    burnAtZero: z.number().min(1).max(10),
    burnRange: z.number().min(0.1).max(10),
    probesOnly: share,
  }),
  compliance: z.strictObject({
    expiryDays: days,
    required: z.strictObject({ low: reviewKinds, medium: reviewKinds, high: reviewKinds }),
    /** How long a review of each kind holds; `other` for kinds that are not named. */
    validDays: z.strictObject({ security: days, privacy: days, other: days }),
  }),
  ownership: z.strictObject({
    confirmedDays: days,
    answerWorkingDays: days,
    /** Days are told apart, and weekends known, in this time zone. */
    timeZone: z.string().refine(isTimeZone, { message: "This is not the name of a time zone." }),
  }),
  freshness: z.strictObject({
    docsGraceDays: days,
    docsHalfLifeDays: days,
    evaluationGraceDays: days,
    evaluationHalfLifeDays: days,
  }),
  people: z.strictObject({
    pseudoRatings: z.number().min(0).max(1000),
    /** The expected shares of 1 to 5 stars until the catalog has ratings of its own. */
    prior: z
      .array(share)
      .length(5)
      .refine((shares) => Math.abs(shares.reduce((sum, one) => sum + one, 0) - 1) < 1e-6, {
        message: "The five shares must add up to 1.",
      }),
  }),
  gates: z.strictObject({
    unownedDays: days,
    neededComponents: z.int().min(1).max(4),
    atFloor: z.number().min(0).max(100),
    overdue: z.number().min(0).max(100),
    withoutEvaluation: z.number().min(0).max(100),
  }),
  bands: z
    .strictObject({
      trusted: z.number().min(0).max(100),
      good: z.number().min(0).max(100),
      care: z.number().min(0).max(100),
      margin: z.number().min(0).max(20),
      nights: z.int().min(1).max(30),
    })
    .refine(({ trusted, good, care }) => trusted > good && good > care, {
      message: "The edges of the bands must fall from Trusted to Use with care.",
    }),
  strength: z.strictObject({
    items: z.number().positive(),
    calls: z.number().positive(),
    raters: z.number().positive(),
    strong: share,
    partial: share,
  }),
});
export type TrustSettings = Readonly<z.infer<typeof trustSettingsSchema>>;

/** The settings of the design; they hold until an administrator changes them. */
export const standardSettings: TrustSettings = {
  weights: {
    evaluation: 0.25,
    reliability: 0.2,
    compliance: 0.2,
    ownership: 0.15,
    freshness: 0.1,
    people: 0.1,
  },
  weakestLink: 0.25,
  confidence: 1.645,
  evaluation: { meanShare: 0.6, ownerReported: 0.5, otherVersion: 0.5 },
  reliability: { windowDays: 28, standardSlo: 0.95, burnAtZero: 2, burnRange: 1.5, probesOnly: 0.9 },
  compliance: {
    expiryDays: 30,
    required: { low: ["security"], medium: ["security", "privacy"], high: ["security", "privacy"] },
    validDays: { security: 182, privacy: 365, other: 365 },
  },
  ownership: { confirmedDays: 180, answerWorkingDays: 2, timeZone: "UTC" },
  freshness: {
    docsGraceDays: 90,
    docsHalfLifeDays: 180,
    evaluationGraceDays: 30,
    evaluationHalfLifeDays: 60,
  },
  people: {
    pseudoRatings: 10,
    prior: [0.05, 0.07, 0.18, 0.35, 0.35],
  },
  gates: { unownedDays: 30, neededComponents: 3, atFloor: 49, overdue: 64, withoutEvaluation: 79 },
  bands: { trusted: 80, good: 65, care: 50, margin: 2, nights: 3 },
  strength: { items: 100, calls: 300, raters: 10, strong: 0.7, partial: 0.4 },
};

/** Settings as they were stored; what an older version of the product did not know has its standard. */
export function readStoredSettings(stored: unknown): TrustSettings {
  const known = (stored ?? {}) as Readonly<Record<string, unknown>>;
  const complete = Object.entries(standardSettings).map(([name, standard]) => {
    const value = known[name] ?? standard;
    return [name, typeof standard === "object" ? { ...standard, ...(value as object) } : value];
  });
  return trustSettingsSchema.parse(Object.fromEntries(complete));
}
