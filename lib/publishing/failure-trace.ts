import { z } from "zod";

export const failureTraceSchema = z.object({
  calls: z.array(
    z.object({
      /** Null for a tool that the reader may not find. */
      tool: z.object({ slug: z.string(), name: z.string() }).nullable(),
      operation: z.string().nullable(),
      outcome: z.string(),
      errorCode: z.string().nullable(),
      durationMs: z.number().int(),
      occurredAt: z.iso.datetime(),
      isThis: z.boolean(),
    }),
  ),
});
export type FailureTrace = z.infer<typeof failureTraceSchema>;
