import { z } from "zod";

/** A call that somebody made, in their own list of calls. */
export const ownCallSchema = z.object({
  id: z.uuid(),
  tool: z.object({ slug: z.string(), name: z.string() }).nullable(),
  operationName: z.string(),
  status: z.string(),
  channel: z.string(),
  durationMs: z.number().nullable(),
  createdAt: z.iso.datetime(),
  conversationId: z.uuid().nullable(),
  source: z.enum(["live", "sample"]),
});
export type OwnCall = z.infer<typeof ownCallSchema>;
