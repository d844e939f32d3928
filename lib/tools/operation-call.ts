import { z } from "zod";
import { jsonObjectSchema } from "#lib/tools/call.ts";

/** One of the viewer's own calls of an operation. */
export const operationCallSchema = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  channel: z.string(),
  status: z.string(),
  durationMs: z.number().nullable(),
  /** What went wrong, in a sentence. */
  error: z.string().nullable(),
  /** What was sent; null when it is too large to be filled in again. */
  arguments: jsonObjectSchema.nullable(),
  conversationId: z.uuid().nullable(),
});
export type OperationCall = z.infer<typeof operationCallSchema>;

export const operationCallListSchema = z.object({ calls: z.array(operationCallSchema) });
