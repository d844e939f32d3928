import { z } from "zod";

export const proposalSchema = z.object({
  tool: z.string(),
  operation: z.string(),
  title: z.string(),
  arguments: z.record(z.string(), z.unknown()),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What a fixed-sequence agent answers. A step that would change something is not run: it stands as `proposal`. */
export const sequenceResultSchema = z.object({
  steps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      tool: z.string(),
      toolName: z.string(),
      toolKind: z.string(),
      operation: z.string(),
      status: z.enum(["succeeded", "failed", "skipped", "proposed"]),
      reason: z.string().nullable(),
      output: z.unknown(),
      outputSchema: z.unknown(),
    }),
  ),
  output: z.record(z.string(), z.unknown()),
  proposal: proposalSchema.nullable(),
});
export type SequenceResult = z.infer<typeof sequenceResultSchema>;
