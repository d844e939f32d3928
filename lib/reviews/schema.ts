import { z } from "zod";
import { exclusionReasons } from "#lib/reviews/counted-ratings.ts";
import { ratingSorts, ratingsPerPage } from "#lib/reviews/rating-sorts.ts";

const stars = z.number().int().min(1).max(5);
const longest = 2000;

export const ratingInputSchema = z.strictObject({
  stars: z
    .number("Choose one to five stars.")
    .int("Choose one to five stars.")
    .min(1, "Choose one to five stars.")
    .max(5, "Choose one to five stars."),
  text: z.string().trim().max(longest, "A review holds at most 2,000 characters.").default(""),
});
export type RatingInput = z.infer<typeof ratingInputSchema>;

export const replyInputSchema = z.strictObject({
  text: z
    .string()
    .trim()
    .min(2, "Write your reply first.")
    .max(longest, "A reply holds at most 2,000 characters."),
  /** When the reply was written that this one takes the place of; null for the first one. */
  replaces: z.iso.datetime().nullable(),
});
export type ReplyInput = z.infer<typeof replyInputSchema>;

const replySchema = z.object({
  text: z.string(),
  repliedAt: z.iso.datetime(),
  /** Null for somebody who has left. */
  by: z.string().nullable(),
  /** True when the rating was changed after it was replied to. */
  isToEarlier: z.boolean(),
});

export const ratingSchema = z.object({
  id: z.uuid(),
  stars,
  text: z.string(),
  /** Null for somebody who has left. */
  author: z.string().nullable(),
  team: z.string().nullable(),
  version: z.string(),
  ratedAt: z.iso.datetime(),
  changedAt: z.iso.datetime().nullable(),
  isMine: z.boolean(),
  /** Why it has no part in the average; null when it has. */
  notCounted: z.enum(exclusionReasons).nullable(),
  reply: replySchema.nullable(),
  source: z.enum(["live", "sample"]),
});
export type Rating = z.infer<typeof ratingSchema>;

/** What may be told of all ratings together. */
export const ratingSummarySchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("none") }),
  /** The viewer may rate and has not: they say what they think before they see what others think. */
  z.object({ state: z.literal("rate-first"), total: z.number().int() }),
  z.object({ state: z.literal("too-few"), counted: z.number().int(), teams: z.number().int() }),
  z.object({
    state: z.literal("shown"),
    /** 1 to 5, newer ratings weighing more. */
    average: z.number(),
    counted: z.number().int(),
    teams: z.number().int(),
    /** How many gave 1, 2, 3, 4 and 5 stars. */
    distribution: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]),
  }),
]);
export type RatingSummary = z.infer<typeof ratingSummarySchema>;

export const mayRateSchema = z.object({
  allowed: z.boolean(),
  reason: z.enum(["used", "not-used", "runs-elsewhere", "no-version"]),
});
export type MayRate = z.infer<typeof mayRateSchema>;

export const myRatingSchema = z.object({
  id: z.uuid(),
  stars,
  text: z.string(),
  version: z.string(),
  isWithdrawn: z.boolean(),
});
export type MyRating = z.infer<typeof myRatingSchema>;

export const ratingListSchema = z.object({
  summary: ratingSummarySchema,
  excluded: z.array(z.object({ reason: z.enum(exclusionReasons), count: z.number().int() })),
  /** The viewer's own rating of the current major version. */
  mine: myRatingSchema.nullable(),
  mayRate: mayRateSchema,
  canReply: z.boolean(),
  /** Whether the viewer belongs to those whose ratings are shown, but not counted. */
  isOwn: z.boolean(),
  /** The version that a rating given now is about. */
  version: z.string().nullable(),
  items: z.array(ratingSchema),
  nextCursor: z.string().nullable(),
});
export type RatingList = z.infer<typeof ratingListSchema>;

export const ratingQuerySchema = z.strictObject({
  sort: z.enum(ratingSorts).default("newest"),
  stars: z.coerce.number().int().min(1).max(5).optional(),
  /** Shows the ratings to somebody who may rate and chose not to. Kept nowhere. */
  skip: z.literal("1").optional(),
  cursor: z.string().max(1024).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(ratingsPerPage),
});
export type RatingQuery = z.infer<typeof ratingQuerySchema>;

export const givenRatingSchema = z.object({
  id: z.uuid(),
  toolId: z.uuid(),
  stars,
  ratedAt: z.iso.datetime(),
});
export type GivenRating = z.infer<typeof givenRatingSchema>;
