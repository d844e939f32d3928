import { z } from "zod";
import { offerInputSchema } from "#lib/ownership/transfer.ts";

/** How a tool of a bulk hand-over goes: orphans at once, others when their receiver accepts. */
export const reassignmentWays = ["assign", "offer"] as const;

const mostTools = 200;

export const reassignmentPreviewSchema = z.strictObject({
  toolIds: z
    .array(z.uuid())
    .min(1, "Choose at least one tool.")
    .max(mostTools, `Hand over at most ${mostTools} tools at a time.`),
  ...offerInputSchema.omit({ reason: true }).shape,
});
export type ReassignmentPreview = z.infer<typeof reassignmentPreviewSchema>;

export const plannedToolSchema = z.object({
  toolId: z.uuid(),
  name: z.string(),
  /** Null when it cannot go to these people; `problem` says why. */
  way: z.enum(reassignmentWays).nullable(),
  problem: z.string().nullable(),
});
export type PlannedTool = z.infer<typeof plannedToolSchema>;

export const reassignmentSchema = offerInputSchema.extend({
  /** The tools with the way that was shown: one that would go another way now is left alone and told. */
  tools: z
    .array(z.strictObject({ toolId: z.uuid(), way: z.enum(reassignmentWays) }))
    .min(1, "Choose at least one tool.")
    .max(mostTools, `Hand over at most ${mostTools} tools at a time.`),
});
export type Reassignment = z.infer<typeof reassignmentSchema>;

export const reassignedToolSchema = z.object({
  toolId: z.uuid(),
  name: z.string(),
  outcome: z.enum(["assigned", "offered", "not-done"]),
  problem: z.string().nullable(),
});
export type ReassignedTool = z.infer<typeof reassignedToolSchema>;
