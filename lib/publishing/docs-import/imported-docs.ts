import { z } from "zod";
import { docsImageSchema } from "#lib/catalog/docs/docs-schema.ts";

export const importProblemSchema = z.object({
  /** Of the file in the folder or archive; empty for all of it. */
  path: z.string(),
  /** In that file, from 1; null for the file as a whole. */
  line: z.number().int().nullable(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** Docs as they would be. The images are stored with the tool; the text is nowhere yet. */
export const importedDocsSchema = z.object({
  docs: z.string(),
  /** Titles of the pages, in order. */
  pages: z.array(z.string()),
  images: z.array(docsImageSchema),
  problems: z.array(importProblemSchema),
});
export type ImportedDocs = z.infer<typeof importedDocsSchema>;
