import { z } from "zod";

export const docsSearchQuerySchema = z.strictObject({
  q: z.string().trim().min(1, "Write what to look for.").max(200, "Search with at most 200 characters."),
  version: z.string().max(40).optional(),
  /** While somebody types: the unfinished last word matches what begins with it. */
  typing: z.literal("1").optional(),
});

const ranges = z.array(z.tuple([z.number().int(), z.number().int()]));

export const docsHitSchema = z.object({
  page: z.string(),
  pageTitle: z.string(),
  section: z.string().nullable(),
  /** Null where the match stands before the first heading of its page. */
  heading: z.string().nullable(),
  headingMarks: ranges,
  excerpt: z.string(),
  excerptMarks: ranges,
});
export type DocsHit = z.infer<typeof docsHitSchema>;

export const docsHitsSchema = z.object({
  hits: z.array(docsHitSchema),
  total: z.number().int(),
  /** Spellings that were read as another word. */
  readAs: z.array(z.object({ from: z.string(), to: z.string() })),
});
export type DocsHits = z.infer<typeof docsHitsSchema>;
