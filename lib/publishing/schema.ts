import { z } from "zod";
/** Which part of the version rises: a patch for words, a minor for what is new, a major for what breaks callers. */
export const versionStepSchema = z.enum(["patch", "minor", "major"]);
export type VersionStep = z.infer<typeof versionStepSchema>;

const looseLine = z.string().max(4000);
const looseLines = z.array(looseLine).max(100);

/** Words while they are written: anything that fits is kept, and what a release needs is checked on publishing. */
export const draftWordsSchema = z.strictObject({
  name: z.string().max(400),
  purpose: looseLine,
  whenToUse: looseLines,
  whenNotToUse: looseLines,
  useInstead: z.array(z.strictObject({ text: looseLine, slug: z.string().max(80).nullable() })).max(40),
  examples: z
    .array(z.strictObject({ request: z.string().max(20_000), answer: z.string().max(40_000) }))
    .max(40),
  tags: looseLines,
  synonyms: looseLines,
  knownIssues: looseLines,
  limits: looseLines,
  docs: z.string().max(1_200_000, "The docs hold at most 1,200,000 characters while they are written."),
});
export type DraftWords = z.infer<typeof draftWordsSchema>;
export type WordsField = keyof DraftWords;

/** The fields in the order of the form. */
export const wordsFields = Object.keys(draftWordsSchema.shape) as readonly WordsField[];

/** What an owner edits while the published version keeps serving. */
export const draftViewSchema = z.object({
  toolId: z.uuid(),
  slug: z.string(),
  /** Null when nobody has begun to edit since the published version. */
  draft: z
    .object({
      words: draftWordsSchema,
      revision: z.number().int(),
      updatedAt: z.iso.datetime(),
      updatedBy: z.string(),
    })
    .nullable(),
  /** What serves now; before the first release there is no version, and the words are empty but for the name. */
  published: z.object({ version: z.string().nullable(), words: draftWordsSchema }),
  /** The versions that a release would get. */
  next: z.object({ patch: z.string(), minor: z.string(), major: z.string() }),
  /** True when a newer version was published after the draft began. */
  isOutdated: z.boolean(),
  /** Nothing but words differs from a published version, so the words' editor can publish by itself. */
  isWordsOnly: z.boolean(),
});
export type DraftView = z.infer<typeof draftViewSchema>;

/** `revision` is the one that was read or saved last; 0 when there was no draft. */
const revision = z.number().int().min(0);

export type SaveDraftInput = { readonly words: DraftWords; readonly revision: number };

export const savedDraftSchema = z.object({ revision: z.number().int(), updatedAt: z.iso.datetime() });
export type SavedDraft = z.infer<typeof savedDraftSchema>;

export const discardDraftSchema = z.strictObject({ revision });

export const publishDraftSchema = z.strictObject({
  revision,
  notes: z
    .string()
    .trim()
    .min(3, "Say in a sentence what changed, for the people who use the tool.")
    .max(2000, "Release notes hold at most 2,000 characters."),
  step: versionStepSchema,
});
export type PublishDraftInput = z.infer<typeof publishDraftSchema>;

export const releasedSchema = z.object({
  slug: z.string(),
  name: z.string(),
  version: z.string(),
  /** `in-review`: somebody else has to agree first; until then the published version goes on serving. */
  outcome: z.enum(["published", "in-review"]),
  requestId: z.uuid().nullable(),
});
export type Released = z.infer<typeof releasedSchema>;
