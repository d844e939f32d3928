import { z } from "zod";

/** Languages the assistant answers in. */
export const languageSchema = z.enum(["en", "pt"]);
export type Language = z.infer<typeof languageSchema>;

const jsonObjectSchema = z.record(z.string(), z.unknown());
export type JsonObject = z.infer<typeof jsonObjectSchema>;

/** A stretch of the person's own words: half-open UTF-16 offsets into the request. */
export const wordsSchema = z.object({ start: z.number().int(), end: z.number().int(), words: z.string() });
export type Words = z.infer<typeof wordsSchema>;

/**
 * Where a filled value came from. `words`: read from the request. `previous`: kept from the last call.
 * `self`: the signed-in person, named by a word such as "my". `lookup`: a directory answered for these words.
 */
export const valueSourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("words"), at: wordsSchema }),
  z.object({ kind: z.literal("previous") }),
  z.object({ kind: z.literal("self"), at: wordsSchema }),
  z.object({ kind: z.literal("lookup"), at: wordsSchema, label: z.string() }),
]);
export type ValueSource = z.infer<typeof valueSourceSchema>;

/** Paths are dotted property names from the root of the input: `filter.status`. */
export const filledFromSchema = z.record(z.string(), valueSourceSchema);
export type FilledFrom = z.infer<typeof filledFromSchema>;

/** A value the request names in more than one way, or not clearly: it goes to the form, never into a call. */
export const doubtfulValueSchema = z.object({
  path: z.string(),
  reason: z.enum(["several-values", "several-people", "unknown-person", "unclear-date", "not-accepted"]),
  words: z.string(),
  choices: z.array(z.object({ value: z.unknown(), label: z.string() })),
});
export type DoubtfulValue = z.infer<typeof doubtfulValueSchema>;

export const toolKindSchema = z.enum(["prompt", "knowledge", "http", "mcp", "agent", "link"]);

export const operationRefSchema = z.object({
  toolSlug: z.string(),
  toolName: z.string(),
  operationName: z.string(),
  /** What people read: "Find tickets". */
  title: z.string(),
  toolKind: toolKindSchema,
});
export type OperationRef = z.infer<typeof operationRefSchema>;

export const annotationsSchema = z.object({
  readOnly: z.boolean(),
  destructive: z.boolean().optional(),
  idempotent: z.boolean().optional(),
  openWorld: z.boolean().optional(),
});

/** An operation that the router allowed for this person and this request, best first. */
export const candidateSchema = operationRefSchema.extend({
  description: z.string(),
  inputSchema: jsonObjectSchema,
  outputSchema: jsonObjectSchema.optional(),
  annotations: annotationsSchema,
  /** Share of the request's weight that the operation's words cover, 0 to 1. */
  score: z.number(),
  matchedWords: z.array(z.string()),
  /** For a knowledge operation: how well its best passage answers (`fit` of a choice of passages), 0 to 1. */
  passageFit: z.number().optional(),
  /** False for what needs a model or a sign-in that is not there: it may be named, never called. */
  isRunnable: z.boolean().default(true),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const lastCallSchema = z.object({
  operation: candidateSchema,
  arguments: jsonObjectSchema,
  result: z.unknown().optional(),
  /** What the person had typed. */
  request: z.string(),
});
export type LastCall = z.infer<typeof lastCallSchema>;

/** An operation through which names of people become ids. */
export const directorySchema = z.object({
  operation: operationRefSchema,
  /** Which input takes the name. */
  queryPath: z.string(),
  /** Which output fields hold an id, an address and a name of one entry. */
  entryFields: z.object({ id: z.string(), email: z.string().optional(), name: z.string() }),
});
export type Directory = z.infer<typeof directorySchema>;

/** What a directory answered for a name in an earlier step of the same turn. */
export const resolvedLookupSchema = z.object({
  words: z.string(),
  entries: z.array(z.object({ id: z.string(), email: z.string().optional(), name: z.string() })),
});
export type ResolvedLookup = z.infer<typeof resolvedLookupSchema>;

export const assistantRequestSchema = z.object({
  text: z.string(),
  /** Detected from the text when absent. */
  language: languageSchema.optional(),
  /** The instant of the request, ISO 8601. */
  now: z.string(),
  timeZone: z.string().default("UTC"),
  candidates: z.array(candidateSchema),
  /** The router's verdict on the best candidate. */
  decision: z.enum(["use", "offer", "none"]),
  /** Slugs named with `@tool`: these win over the ranking. */
  mentioned: z.array(z.string()).default([]),
  lastCall: lastCallSchema.optional(),
  /** The signed-in person, for words such as "my". */
  self: z.object({ id: z.string().optional(), email: z.string().optional(), name: z.string() }).optional(),
  isAdministrator: z.boolean().default(false),
  directory: directorySchema.optional(),
  lookups: z.array(resolvedLookupSchema).default([]),
});
export type AssistantRequest = z.input<typeof assistantRequestSchema>;

export const toolSuggestionSchema = operationRefSchema.extend({
  description: z.string(),
  matchedWords: z.array(z.string()),
  isRunnable: z.boolean(),
});
export type ToolSuggestion = z.infer<typeof toolSuggestionSchema>;

const formSchema = {
  operation: operationRefSchema,
  filled: jsonObjectSchema,
  filledFrom: filledFromSchema,
  missing: z.array(z.string()),
  doubtful: z.array(doubtfulValueSchema),
};

export const declineReasonSchema = z.enum([
  "cannot-summarise",
  "cannot-translate",
  "cannot-draft",
  "cannot-reason",
  "needs-model",
  "no-operation",
  "out-of-scope",
]);
export type DeclineReason = z.infer<typeof declineReasonSchema>;

/** What the assistant does next. The caller runs it, and comes back with its outcome. */
export const stepSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("call"),
    operation: operationRefSchema,
    arguments: jsonObjectSchema,
    filledFrom: filledFromSchema,
    /** True unless the operation is annotated read-only: the caller shows the card and waits. */
    needsConfirmation: z.boolean(),
    /** Set when the last call is repeated: which inputs changed, from what to what. */
    repeats: z.array(z.object({ path: z.string(), from: z.unknown(), to: z.unknown() })).optional(),
    /** A second knowledge operation whose passages fit as well: call it too, and quote from both. */
    also: z.object({ operation: operationRefSchema, arguments: jsonObjectSchema }).optional(),
    /** Names, dates and ids in the request that no input took. */
    unused: z.array(z.string()),
  }),
  z.object({
    kind: z.literal("lookup"),
    operation: operationRefSchema,
    arguments: jsonObjectSchema,
    /** The name to look up; send the entries back under the same words. */
    at: wordsSchema,
    forPath: z.string(),
  }),
  z.object({ kind: z.literal("ask-form"), ...formSchema }),
  z.object({ kind: z.literal("find"), isSure: z.boolean(), tools: z.array(toolSuggestionSchema) }),
  z.object({
    kind: z.literal("decline"),
    reason: declineReasonSchema,
    tools: z.array(toolSuggestionSchema),
    /** A knowledge operation whose passages come nearest: call it, and quote after the refusal. */
    nearest: z.object({ operation: operationRefSchema, arguments: jsonObjectSchema }).optional(),
    /** Offer *Connect a model*: administrators only. */
    offerModel: z.boolean(),
  }),
  z.object({ kind: z.literal("compare-tools"), slugs: z.array(z.string()).min(2) }),
  z.object({
    kind: z.literal("compare-passages"),
    operation: operationRefSchema,
    /** One call each. */
    subjects: z.array(z.object({ label: z.string(), arguments: jsonObjectSchema })).length(2),
  }),
  z.object({ kind: z.literal("say"), phrase: z.enum(["greeting", "help", "thanks"]) }),
]);
export type Step = z.infer<typeof stepSchema>;
export type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

/** A passage to quote; offsets of `best` count from the start of `text`. */
export const quotablePassageSchema = z.object({
  passageId: z.string(),
  documentId: z.string(),
  document: z.string(),
  headingPath: z.array(z.string()),
  page: z.number().int().optional(),
  /** When the document was last verified or changed, ISO date. */
  date: z.string().optional(),
  text: z.string(),
  /** Head rows of the table that the passage goes on with. */
  tableHead: z.string().nullable().optional(),
  best: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  score: z.number(),
});
export type QuotablePassage = z.infer<typeof quotablePassageSchema>;

/** How a value is shown. */
export const valueFormatSchema = z.enum([
  "text",
  "code",
  "number",
  "money",
  "date",
  "date-time",
  "yes-no",
  "list",
  "email",
  "link",
]);
export type ValueFormat = z.infer<typeof valueFormatSchema>;

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof cellSchema>;

const columnSchema = z.object({
  key: z.string(),
  title: z.string(),
  format: valueFormatSchema,
  /** ISO 4217, for money. */
  currency: z.string().optional(),
});
export type Column = z.infer<typeof columnSchema>;

/** One part of an answer. Sentences are fixed phrases only; everything else is quoted or computed. */
export const answerPartSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  quotablePassageSchema.omit({ score: true }).extend({
    type: z.literal("passage"),
    citation: z.number().int(),
    /** Two sources that differ stand side by side. */
    side: z.enum(["left", "right"]).optional(),
  }),
  z.object({
    type: z.literal("citation"),
    number: z.number().int(),
    passageId: z.string(),
    documentId: z.string(),
    document: z.string(),
    section: z.string(),
    page: z.number().int().optional(),
    date: z.string().optional(),
  }),
  z.object({
    type: z.literal("table"),
    columns: z.array(columnSchema),
    rows: z.array(z.array(cellSchema)),
    total: z.number().int(),
  }),
  z.object({
    type: z.literal("fields"),
    title: z.string().optional(),
    fields: z.array(columnSchema.extend({ value: cellSchema })),
  }),
  z.object({
    type: z.literal("chart"),
    shape: z.enum(["bar", "line"]),
    x: columnSchema,
    y: columnSchema,
    points: z.array(z.object({ x: z.string(), y: z.number() })),
  }),
  z.object({ type: z.literal("tool-suggestion"), tools: z.array(toolSuggestionSchema) }),
  z.object({ type: z.literal("ask-form"), ...formSchema }),
]);
export type AnswerPart = z.infer<typeof answerPartSchema>;
export type AnswerPartOf<T extends AnswerPart["type"]> = Extract<AnswerPart, { type: T }>;

/** `madeBy` is what the screen says under every answer: *Quoted, not generated*. */
export const answerSchema = z.object({
  madeBy: z.literal("quoted"),
  language: languageSchema,
  parts: z.array(answerPartSchema),
});
export type Answer = z.infer<typeof answerSchema>;
