import { z } from "zod";
import { jsonObjectSchema } from "#lib/tools/call.ts";

export const longestInputName = 80;
/** Bytes of one saved form. */
export const largestInput = 64 * 1024;
export const savedInputsAtMost = 50;

export const saveInputSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "Write a name, so that you find it again.")
    .max(longestInputName, `Use at most ${longestInputName} characters.`),
  input: jsonObjectSchema,
});
export type SaveInput = z.infer<typeof saveInputSchema>;

/** A filled form of an operation that a person kept for themselves. */
export const savedInputSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  input: jsonObjectSchema,
  savedAt: z.iso.datetime(),
});
export type SavedInput = z.infer<typeof savedInputSchema>;

export const savedInputListSchema = z.object({ inputs: z.array(savedInputSchema) });
