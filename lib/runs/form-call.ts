import { z } from "zod";
import { toolCallOutcomeSchema } from "#lib/tools/outcome.ts";

/** What the form on a tool's page gets back. */
export const formCallResultSchema = z.object({
  callId: z.uuid(),
  requestId: z.string(),
  version: z.string(),
  outcome: toolCallOutcomeSchema,
});
export type FormCallResult = z.infer<typeof formCallResultSchema>;
