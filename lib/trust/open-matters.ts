import { z } from "zod";
import { trustComponentSchema } from "#lib/trust/schema.ts";

const tool = z.object({ slug: z.string(), name: z.string() });

/** What waits for a settlement or will end by itself, over all tools that somebody may find. */
export const openMattersSchema = z.object({
  disputes: z.array(
    z.object({
      id: z.uuid(),
      tool,
      component: trustComponentSchema,
      text: z.string(),
      openedBy: z.string(),
      openedAt: z.iso.datetime(),
    }),
  ),
  exemptions: z.array(
    z.object({
      id: z.uuid(),
      tool,
      gate: z.string(),
      reason: z.string(),
      grantedBy: z.string(),
      expiresAt: z.iso.datetime(),
    }),
  ),
  /** Whether there are more than the lists hold. */
  hasMore: z.object({ disputes: z.boolean(), exemptions: z.boolean() }),
});
export type OpenMatters = z.infer<typeof openMattersSchema>;
