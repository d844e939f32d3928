import { z } from "zod";
import { operationViewSchema } from "#lib/catalog/schema.ts";

export const operationsQuerySchema = z.strictObject({
  q: z.string().max(100, "Look for an operation with at most 100 characters.").optional(),
  from: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type OperationsQuery = z.infer<typeof operationsQuerySchema>;

export const foundOperationsSchema = z.object({
  operations: z.array(operationViewSchema),
  /** How many match, of which the answer holds some. */
  matching: z.number().int(),
});
export type FoundOperations = z.infer<typeof foundOperationsSchema>;
