import { z } from "zod";
import { dataClassSchema } from "#lib/data-class.ts";

/** Bytes of one document as it is sent. */
export const mostDocumentBytes = 2 * 1024 * 1024;
/** Documents of one request, and of one source that is filled through the portal. */
export const mostAtOnce = 20;
export const mostDocuments = 500;

export const newSourceSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(2, "Write a name of at least 2 characters.")
    .max(80, "A name has at most 80 characters."),
  description: z.string().trim().max(400, "A description has at most 400 characters.").default(""),
  dataClass: dataClassSchema,
});
export type NewSourceInput = z.input<typeof newSourceSchema>;

export const createdSourceSchema = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });
export type CreatedSource = z.infer<typeof createdSourceSchema>;

/** Files of which the documents are made: their names in the folder that they come from, and their bytes. */
export const addDocumentsSchema = z.strictObject({
  files: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1, "A file needs a name.").max(300),
        data: z.base64("Send the file's bytes as Base64.").max(Math.ceil(mostDocumentBytes / 3) * 4),
      }),
    )
    .min(1, "Choose at least one file.")
    .max(mostAtOnce, `At most ${mostAtOnce} files at once.`),
});
export type AddDocumentsInput = z.infer<typeof addDocumentsSchema>;

export const addedDocumentsSchema = z.object({
  /** Titles of the documents that are new, and of those that took the place of one of the same name. */
  added: z.array(z.string()),
  replaced: z.array(z.string()),
  /** Files that became no document, each with the reason. */
  refused: z.array(z.object({ name: z.string(), reason: z.string() })),
  /** Documents of the source now. */
  documentCount: z.number().int(),
});
export type AddedDocuments = z.infer<typeof addedDocumentsSchema>;

/** A source as one that builds a tool chooses it. */
export const sourceChoiceSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  dataClass: dataClassSchema,
  documentCount: z.number().int(),
});
export type SourceChoice = z.infer<typeof sourceChoiceSchema>;
