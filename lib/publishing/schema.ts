import { z } from "zod";
import { toolWordsSchema } from "#lib/catalog/schema.ts";

/** Which part of the version rises: a patch for words, a minor for new promises. */
export const versionStepSchema = z.enum(["patch", "minor"]);
export type VersionStep = z.infer<typeof versionStepSchema>;

/** What an owner edits while the published version keeps serving. */
export const draftViewSchema = z.object({
  toolId: z.uuid(),
  slug: z.string(),
  /** Null when nothing was changed since the published version. */
  draft: z
    .object({ words: toolWordsSchema, revision: z.number().int(), updatedAt: z.iso.datetime(), updatedBy: z.string() })
    .nullable(),
  published: z.object({ version: z.string(), words: toolWordsSchema }),
  /** True when a newer version was published after the draft began. */
  isOutdated: z.boolean(),
});
export type DraftView = z.infer<typeof draftViewSchema>;
