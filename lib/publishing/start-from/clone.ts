import { z } from "zod";
import { createdToolSchema, newToolSchema } from "#lib/publishing/new-tool.ts";

export const cloneToolSchema = newToolSchema.omit({ kind: true });
export type CloneToolInput = z.infer<typeof cloneToolSchema>;

export const clonedToolSchema = createdToolSchema.extend({
  /** `words` where the person may not see how the original works: only its page was taken over. */
  copied: z.enum(["all", "words"]),
  /** Images of the original's docs that the clone shows no longer, because they belong to the original. */
  missingImages: z.number().int(),
});
export type ClonedTool = z.infer<typeof clonedToolSchema>;
