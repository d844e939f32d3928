import { z } from "zod";
import { securityRequirementSchema } from "#lib/catalog/operation.ts";
import { toolKindSchema } from "#lib/catalog/schema.ts";
import { draftSettingsSchema } from "#lib/publishing/draft-content.ts";
import { draftWordsSchema } from "#lib/publishing/schema.ts";

/** What a text is that somebody begins a tool from. */
export const startOrigins = ["weft-file", "backstage", "mcp-server", "openapi"] as const;

/** A proposal for a new tool. Nothing is made until the person takes it over. */
export const startSchema = z.object({
  kind: toolKindSchema,
  name: z.string(),
  /** Proposed address in the catalog. */
  slug: z.string(),
  words: draftWordsSchema.partial(),
  settings: draftSettingsSchema.partial(),
  /** Where the operations come from: an OpenAPI document for `http`, a server for `mcp`. */
  sourceAddress: z.string().nullable(),
  /** The OpenAPI document itself, where the text held it. */
  sourceDocument: z.string().nullable(),
  /** Credentials that the source asks for, by name. */
  security: z.array(securityRequirementSchema),
  /** What was left out or is still to be done, in sentences. */
  notes: z.array(z.string()),
});
export type Start = z.infer<typeof startSchema>;

/** Characters that are read at most: an OpenAPI document of 5 MB. */
export const mostStartCharacters = 5_000_000;

export const readStartSchema = z.strictObject({
  text: z
    .string()
    .min(1, "Paste a text, or choose a file.")
    .max(mostStartCharacters, "The text is larger than 5 MB."),
});

export const foundStartsSchema = z.object({
  origin: z.enum(startOrigins),
  starts: z.array(startSchema),
  /** Of the text as a whole, such as parts of which no tool is made. */
  notes: z.array(z.string()),
});
export type FoundStarts = z.infer<typeof foundStartsSchema>;
