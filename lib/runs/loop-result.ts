import { z } from "zod";
import { sequenceResultSchema } from "#lib/runs/sequence-result.ts";

export const loopBounds = ["steps", "seconds", "tokens"] as const;
export type LoopBound = (typeof loopBounds)[number];

/**
 * What an agent answers that works in a loop: a model's text, the calls that it made, and the one that would change
 * something and waits for the person. It is read like a sequence's result too.
 */
export const loopResultSchema = sequenceResultSchema.extend({
  output: z.object({ text: z.string() }),
  model: z.string(),
  /** The limit that ended the work early, and a sentence about it; null when it came to its own end. */
  limit: z.object({ of: z.enum(loopBounds), sentence: z.string() }).nullable(),
});
export type LoopResult = z.infer<typeof loopResultSchema>;
