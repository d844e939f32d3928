import { z } from "zod";
import { dataClassSchema } from "#lib/data-class.ts";

/** A passage that answers a question, word for word, with all that a citation needs. */
export const foundPassageSchema = z.object({
  passageId: z.string(),
  documentId: z.uuid(),
  documentSlug: z.string(),
  sourceSlug: z.string(),
  document: z.string(),
  headingPath: z.array(z.string()),
  page: z.number().int(),
  /** When the document was last verified, else changed. */
  date: z.iso.datetime(),
  verifiedBy: z.string().nullable(),
  text: z.string(),
  /** Head rows of the table that the passage goes on with, in Markdown; null unless it begins inside a table. */
  tableHead: z.string().nullable(),
  language: z.enum(["en", "pt"]),
  /** Offsets of the passage in the document's Markdown. */
  start: z.number().int(),
  end: z.number().int(),
  /** The sentence that answers best, as offsets into `text`. */
  best: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  matchedWords: z.array(z.string()),
  score: z.number(),
});
export type FoundPassage = z.infer<typeof foundPassageSchema>;

export const passageAnswerSchema = z.object({
  question: z.string(),
  passages: z.array(foundPassageSchema),
  agreement: z.enum(["single", "agree", "differ"]),
  /** Nothing in the documents answers well enough. */
  abstained: z.boolean(),
});
export type PassageAnswer = z.infer<typeof passageAnswerSchema>;

export const documentViewSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  language: z.string(),
  version: z.string(),
  /** Markdown without front matter; offsets of citations count in `content`. */
  content: z.string(),
  bodyStart: z.number().int(),
  verifiedBy: z.string().nullable(),
  verifiedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
});
export type DocumentView = z.infer<typeof documentViewSchema>;

const sourceFacts = {
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  dataClass: dataClassSchema,
  domain: z.string(),
  team: z.string(),
};

export const sourceViewSchema = z.object({
  ...sourceFacts,
  documents: z.array(
    documentViewSchema.pick({
      id: true,
      slug: true,
      title: true,
      language: true,
      verifiedBy: true,
      verifiedAt: true,
      updatedAt: true,
    }),
  ),
});
export type SourceView = z.infer<typeof sourceViewSchema>;

export const sourceSummarySchema = z.object({
  ...sourceFacts,
  documentCount: z.number().int(),
  /** The oldest verification among its documents; null when one was never verified. */
  verifiedSince: z.iso.datetime().nullable(),
});
export type SourceSummary = z.infer<typeof sourceSummarySchema>;

/** A document with where the named passage stands in it; null when the document no longer says it. */
export const openDocumentSchema = z.object({
  source: z.object({ slug: z.string(), name: z.string(), team: z.string(), dataClass: dataClassSchema }),
  document: documentViewSchema,
  passage: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
});
export type OpenDocument = z.infer<typeof openDocumentSchema>;
