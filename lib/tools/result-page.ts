import { z } from "zod";

/** A stretch of the whole text of a result. Places and lengths are counted in characters (code points). */
export const resultPageSchema = z.object({
  text: z.string(),
  offset: z.int().nonnegative(),
  /** Where the next page begins; null after the last. */
  nextOffset: z.int().positive().nullable(),
  length: z.int().nonnegative(),
});
export type ResultPage = z.infer<typeof resultPageSchema>;
