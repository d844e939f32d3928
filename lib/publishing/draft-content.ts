import { z } from "zod";
import { canonicalJson } from "#lib/canonical-json.ts";
import { noWords } from "#lib/catalog/no-words.ts";
import {
  jsonSchemaSchema,
  type OperationContent,
  operationAnnotationsSchema,
} from "#lib/catalog/operation.ts";
import { audienceSchema, toolKindSchema } from "#lib/catalog/schema.ts";
import { riskTierSchema, standardSettings } from "#lib/catalog/tool-settings.ts";
import { dataClassSchema } from "#lib/data-class.ts";
import { draftWordsSchema } from "#lib/publishing/schema.ts";

/** Operations of one tool; an API with more is split into several tools, which people find better too. */
export const mostOperations = 1000;

/** Characters of the JSON of all operations of a draft. */
export const largestOperations = 16_000_000;

/** Settings while they are written: what a release needs is checked on publishing. */
export const draftSettingsSchema = z.strictObject({
  audience: audienceSchema,
  riskTier: riskTierSchema,
  dataClass: dataClassSchema,
  modelAlias: z.string().max(80).nullable(),
  supportChannel: z.string().max(400),
  sloSuccess: z.number().nullable(),
  sloP95Ms: z.number().nullable(),
  linkUrl: z.string().max(4000).nullable(),
  embedOrigins: z.array(z.string().max(400)).max(40),
});
export type DraftSettings = z.infer<typeof draftSettingsSchema>;
export type SettingsField = keyof DraftSettings;
export const settingsFields = Object.keys(draftSettingsSchema.shape) as readonly SettingsField[];

/** An operation while it is written: its texts may be empty or too long, its binding unfinished. */
export const draftOperationSchema = z.strictObject({
  name: z.string().max(200),
  title: z.string().max(400),
  description: z.string().max(20_000),
  inputSchema: jsonSchemaSchema,
  outputSchema: jsonSchemaSchema.optional(),
  annotations: operationAnnotationsSchema,
  /** As in lib/catalog/operation.ts, `operationBindingSchema`, once it is finished. */
  binding: z.looseObject({ kind: z.string().max(40) }),
  exampleInput: z.unknown().optional(),
  exampleRequests: z.array(z.string().max(2000)).max(40).default([]),
  /** The other side's definition, word for word, as its owner reviewed it. */
  contract: z.unknown().optional(),
});
export type DraftOperation = z.infer<typeof draftOperationSchema>;

export const draftOperationsSchema = z
  .array(draftOperationSchema)
  .max(mostOperations, `A tool has at most ${mostOperations} operations. Make several tools of it.`);

/** All that is edited before a release. */
export const draftContentSchema = z.strictObject({
  words: draftWordsSchema,
  settings: draftSettingsSchema,
  operations: draftOperationsSchema,
});
export type DraftContent = z.infer<typeof draftContentSchema>;

/** Published operations are drafts that happen to be finished. */
export function asDraftOperation(operation: OperationContent): DraftOperation {
  return { ...operation, binding: { ...operation.binding } };
}

/** A tool of which nothing is written yet but its name. */
export function emptyContent(name: string): DraftContent {
  return { words: { ...noWords, name, purpose: "" }, settings: standardSettings, operations: [] };
}

/** Whether two contents differ in their words at most. */
export function differsInWordsOnly(a: Omit<DraftContent, "words">, b: Omit<DraftContent, "words">): boolean {
  return (
    canonicalJson(a.settings) === canonicalJson(b.settings) &&
    canonicalJson(a.operations) === canonicalJson(b.operations)
  );
}

/** An operation in a list, without its schemas. */
export const operationSummarySchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  kind: z.string(),
  isReadOnly: z.boolean(),
  isDestructive: z.boolean(),
  exampleRequests: z.number().int(),
  /** What stands between it and a release; empty when nothing does. */
  problems: z.array(z.string()),
  /** Against the published version. */
  change: z.enum(["added", "changed", "same"]),
});
export type OperationSummary = z.infer<typeof operationSummarySchema>;

/** A draft without its words, which have an editor of their own: see `draftViewSchema`. */
export const draftOverviewSchema = z.object({
  toolId: z.uuid(),
  slug: z.string(),
  name: z.string(),
  kind: toolKindSchema,
  lifecycle: z.string(),
  /** Null before the first release. */
  publishedVersion: z.string().nullable(),
  /** 0 when nobody has begun to edit since the published version. */
  revision: z.number().int(),
  settings: draftSettingsSchema,
  operations: z.array(operationSummarySchema),
  /** Names of secrets that the operations need, and whether a value is kept. */
  secrets: z.array(z.object({ name: z.string(), isKept: z.boolean() })),
  /** The open request, if the draft waits for approval. */
  review: z.object({ id: z.uuid(), version: z.string() }).nullable(),
});
export type DraftOverview = z.infer<typeof draftOverviewSchema>;

/** What is saved of a draft; what is left out stays as it is. `revision` as in `saveDraftSchema`. */
export const saveContentSchema = z.strictObject({
  words: draftWordsSchema.optional(),
  settings: draftSettingsSchema.optional(),
  operations: draftOperationsSchema.optional(),
  /** Single operations: put in the place of those of the same name, or taken away with null. */
  operationEdits: z
    .array(z.strictObject({ name: z.string().max(200), operation: draftOperationSchema.nullable() }))
    .max(mostOperations)
    .optional(),
  revision: z.number().int().min(0),
});
