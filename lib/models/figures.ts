import { z } from "zod";
import { costSchema, priceViewSchema } from "#lib/models/prices.ts";
import { modelViewSchema } from "#lib/models/schema.ts";

export const figureDays = [7, 30] as const;
export type FigureDays = (typeof figureDays)[number];

const spread = z.object({ p50: z.number(), p95: z.number() });

/** How a model did in our own traffic. Times are in milliseconds, shares 0 to 1; null where nothing was measured. */
export const modelFiguresSchema = z.object({
  calls: z.number().int(),
  /** Of the calls that ended by themselves. */
  failedShare: z.number().min(0).max(1).nullable(),
  /** From the question to the end of the answer. */
  duration: spread.nullable(),
  /** From the question to the first word. */
  firstToken: spread.nullable(),
  tokensIn: z.number(),
  tokensOut: z.number(),
  tokensCached: z.number(),
  cost: costSchema,
  hasSample: z.boolean(),
});
export type ModelFigures = z.infer<typeof modelFiguresSchema>;

export const noFigures: ModelFigures = {
  calls: 0,
  failedShare: null,
  duration: null,
  firstToken: null,
  tokensIn: 0,
  tokensOut: 0,
  tokensCached: 0,
  cost: { amounts: [], callsWithoutPrice: 0 },
  hasSample: false,
};

export const modelCardSchema = modelViewSchema.extend({
  provider: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), isActive: z.boolean() }),
  /** The price that holds now; null when nobody entered one. */
  price: priceViewSchema.nullable(),
  figures: modelFiguresSchema,
});
export type ModelCard = z.infer<typeof modelCardSchema>;
