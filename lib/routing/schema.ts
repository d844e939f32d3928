import { z } from "zod";

export const routedOperationSchema = z.object({
  toolId: z.uuid(),
  toolSlug: z.string(),
  toolName: z.string(),
  toolKind: z.string(),
  operationName: z.string(),
  title: z.string(),
  /** Share of the request's weight that the operation's words cover, 0..1. */
  score: z.number(),
  matchedWords: z.array(z.string()),
  isChosen: z.boolean(),
  reason: z.string(),
});
export type RoutedOperation = z.infer<typeof routedOperationSchema>;

/** The recorded choice of tools and model for a run. */
export const routingDecisionSchema = z.object({
  basis: z.enum(["mention", "conversation", "search", "none"]),
  verdict: z.enum(["use", "offer", "none"]),
  sentence: z.string(),
  candidates: z.array(routedOperationSchema),
  excluded: z.array(
    z.object({
      toolSlug: z.string(),
      toolName: z.string(),
      reason: z.string(),
      ruleIds: z.array(z.string()),
      contact: z.string().nullable(),
      isMentioned: z.boolean(),
    }),
  ),
  model: z
    .object({
      name: z.string(),
      provider: z.string(),
      alias: z.string().nullable(),
      reason: z.string(),
      /** Models that were asked before it and gave no answer. */
      tried: z.array(z.object({ name: z.string(), reason: z.string() })).default([]),
    })
    .nullable(),
  steps: z.array(z.object({ name: z.string(), milliseconds: z.number(), detail: z.string() })),
});
export type RoutingDecision = z.infer<typeof routingDecisionSchema>;
