import { z } from "zod";
import { contentChangesSchema } from "#lib/publishing/tool-file/content-changes.ts";

/** Characters of a request's file; what is larger than a file may be is told with its place in the reader. */
const mostCharacters = 5_500_000;

export const applyFileSchema = z.strictObject({
  /** A tool in weft.tool/v1, as YAML or JSON. */
  file: z.string().max(mostCharacters, "The file is larger than 2 MB."),
  /** `check` says what would change; `draft` writes the draft. Nothing is ever published. */
  mode: z.enum(["check", "draft"]),
  /** Puts the file in the place of a draft that somebody else is writing. */
  overDraft: z.boolean().default(false),
});
export type ApplyFileInput = z.infer<typeof applyFileSchema>;

export const fileProblemSchema = z.object({
  line: z.number().int(),
  column: z.number().int(),
  /** Path of the field, such as `operations.2.name`; empty for the file as a whole. */
  path: z.string(),
  message: z.string(),
});

export const appliedFileSchema = z.object({
  slug: z.string(),
  name: z.string(),
  /** What the file makes of the tool: a new draft, a changed one, or nothing that differs. */
  outcome: z.enum(["created", "changed", "unchanged"]),
  /** False for a check. */
  isWritten: z.boolean(),
  /** Against the draft, or against what is published where there is none. */
  changes: contentChangesSchema,
  /** The draft that the file replaces. */
  replaces: z
    .object({ by: z.string(), updatedAt: z.iso.datetime(), isMine: z.boolean(), needsOverDraft: z.boolean() })
    .nullable(),
  /** Secrets that the operations name, and whether a value is kept. Values are entered in the portal. */
  secrets: z.array(z.object({ name: z.string(), isKept: z.boolean() })),
  /** What the file says and cannot do, each with the way to do it. */
  notes: z.array(fileProblemSchema),
  /** Where the draft is edited; the tool's place once it is written. */
  href: z.string(),
});
export type AppliedFile = z.infer<typeof appliedFileSchema>;
