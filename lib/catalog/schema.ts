import { z } from "zod";
import { jsonSchemaSchema, loopLimitsSchema, operationAnnotationsSchema } from "#lib/catalog/operation.ts";
import { catalogSorts, facetKeys } from "#lib/catalog/query-names.ts";
import { dataClassSchema } from "#lib/data-class.ts";
import { personRefSchema } from "#lib/identity/schema.ts";
import { foundPassageSchema } from "#lib/knowledge/schema.ts";
import { decisionSchema } from "#lib/policy/schema.ts";
import { toolUsageSchema } from "#lib/telemetry/schema.ts";
import { trustRatingSchema } from "#lib/trust/schema.ts";

export const toolKinds = ["prompt", "knowledge", "http", "mcp", "agent", "link"] as const;
export const toolKindSchema = z.enum(toolKinds);
export type ToolKind = z.infer<typeof toolKindSchema>;

export const lifecycles = ["draft", "in-review", "published", "deprecated", "retired"] as const;
export const lifecycleSchema = z.enum(lifecycles);
export const audiences = ["only-me", "team", "domain", "everyone"] as const;
export const audienceSchema = z.enum(audiences);

const line = z.string().trim().min(1).max(400);

export const toolExampleSchema = z.object({
  request: z.string().trim().min(1).max(2000),
  /** What a good answer looks like, in the owner's words. */
  answer: z.string().trim().max(8000),
});

/** What the owner writes about a tool. A version keeps it for good. */
export const toolWordsSchema = z.strictObject({
  name: z.string().trim().min(2, "Write a name of at least 2 characters.").max(80),
  purpose: z
    .string()
    .trim()
    .min(10, "Say in one or two sentences what the tool does (at least 10 characters).")
    .max(600),
  whenToUse: z.array(line).max(12),
  whenNotToUse: z.array(line).max(12),
  /** What to use instead; `slug` names a tool of the catalog. */
  useInstead: z.array(z.strictObject({ text: line, slug: z.string().max(80).nullable() })).max(8),
  examples: z.array(toolExampleSchema).max(12),
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  synonyms: z.array(z.string().trim().min(1).max(80)).max(40),
  knownIssues: z.array(line).max(12),
  limits: z.array(line).max(12),
  /** Markdown; each heading of the first level begins a page. 300 pages of 3,000 characters fit. */
  docs: z.string().max(1_000_000),
});
export type ToolWords = z.infer<typeof toolWordsSchema>;

/** Whether this tool works for this person now, and if not, why. */
export const readinessSchema = z.object({
  state: z.enum([
    "works-now",
    "needs-model",
    "no-access",
    "blocked",
    "opens-elsewhere",
    "retired",
    "not-connected",
  ]),
  label: z.string(),
});
export type Readiness = z.infer<typeof readinessSchema>;

export const namedSchema = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });

export const toolCardSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  kind: toolKindSchema,
  purpose: z.string(),
  domain: namedSchema,
  team: namedSchema.nullable(),
  lifecycle: lifecycleSchema,
  dataClass: dataClassSchema,
  tags: z.array(z.string()),
  version: z.string().nullable(),
  readiness: readinessSchema,
  successor: z.object({ slug: z.string(), name: z.string() }).nullable(),
  /** The owner's last confirmation as long as it holds, which is 180 days. */
  ownerConfirmedAt: z.iso.datetime().nullable(),
  isUnowned: z.boolean(),
  usage: toolUsageSchema,
  /** Null until it has been rated for the first time; sentences are given on the tool's page only. */
  trust: trustRatingSchema.nullable(),
});
export type ToolCard = z.infer<typeof toolCardSchema>;

export const operationViewSchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  inputSchema: jsonSchemaSchema,
  outputSchema: jsonSchemaSchema.nullable(),
  annotations: operationAnnotationsSchema,
  exampleInput: z.unknown(),
  exampleRequests: z.array(z.string()),
  /** How it is reached, such as `GET /tickets/{id}`; no address or secret. */
  route: z.string().nullable(),
});
export type OperationView = z.infer<typeof operationViewSchema>;

export const toolPageSchema = toolCardSchema.extend({
  words: toolWordsSchema,
  riskTier: z.string(),
  audience: audienceSchema,
  modelAlias: z.string().nullable(),
  /** It does not work without a model that writes. */
  needsModel: z.boolean(),
  linkUrl: z.string().nullable(),
  supportChannel: z.string(),
  owner: personRefSchema.nullable(),
  ownerIsActive: z.boolean(),
  deputy: personRefSchema.nullable(),
  /** Also when it no longer holds. */
  lastConfirmedAt: z.iso.datetime().nullable(),
  deprecatedAt: z.iso.datetime().nullable(),
  retiresAt: z.iso.datetime().nullable(),
  blockedReason: z.string().nullable(),
  sloSuccess: z.number().nullable(),
  sloP95Ms: z.number().nullable(),
  /** May this person use it, and why. */
  access: decisionSchema,
  canEdit: z.boolean(),
  operations: z.array(operationViewSchema),
  /** Titles of operations that nobody can call until their owner has reviewed what changed on the other side. */
  suspended: z.array(z.string()),
  sources: z.array(z.object({ slug: z.string(), name: z.string() })),
  /** Tools that the page names and that this person may find: what to use instead, and the tools of its steps. */
  related: z.array(z.object({ slug: z.string(), name: z.string() })),
  /** Steps of a fixed sequence, in order. */
  steps: z.array(z.object({ id: z.string(), title: z.string(), tool: z.string(), operation: z.string() })),
  /** Of an agent in which a model chooses: how it is told to work, and how far it may go. `steps` are what it may call. */
  loop: z.object({ instructions: z.string(), modelAlias: z.string(), limits: loopLimitsSchema }).nullable(),
  /** The instructions of a prompt tool, for *Copy the prompt*. */
  prompt: z.string().nullable(),
  incidents: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      publicNote: z.string(),
      startedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().nullable(),
      failedCalls: z.number().int(),
      source: z.enum(["live", "sample"]),
    }),
  ),
  reviews: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      reviewer: z.string(),
      outcome: z.string(),
      reviewedAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      isExpired: z.boolean(),
    }),
  ),
  questions: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      askedBy: z.string(),
      askedAt: z.iso.datetime(),
      answer: z.string().nullable(),
      answeredAt: z.iso.datetime().nullable(),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.string(),
      publishedAt: z.iso.datetime(),
      publishedBy: z.string(),
      releaseNotes: z.string(),
      isCurrent: z.boolean(),
      source: z.enum(["live", "sample"]),
    }),
  ),
});
export type ToolPage = z.infer<typeof toolPageSchema>;

/** A comma-separated list in the address. */
const choices = z
  .string()
  .max(600)
  .transform((value) =>
    value
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean),
  )
  .optional();

export const catalogQuerySchema = z.strictObject({
  q: z.string().max(500, "Search with at most 500 characters.").optional(),
  domain: choices,
  kind: choices,
  lifecycle: choices,
  trust: choices,
  dataClass: choices,
  team: choices,
  tag: choices,
  ready: choices,
  sort: z.enum(catalogSorts).optional(),
  page: z.coerce.number().int().min(1).max(1000).optional(),
  /** While somebody types: the unfinished last word matches what begins with it. */
  typing: z.literal("1").optional(),
});
export type CatalogQuery = z.infer<typeof catalogQuerySchema>;

/** What is typed to find a value of a facet, and the search whose matches are counted. */
export const facetQuerySchema = catalogQuerySchema.omit({ sort: true, page: true, typing: true }).extend({
  q: z.string().max(80, "Look for a value with at most 80 characters.").optional(),
  words: catalogQuerySchema.shape.q,
});
export type FacetQuery = z.infer<typeof facetQuerySchema>;

const facetValueSchema = z.object({
  value: z.string(),
  label: z.string(),
  count: z.number().int(),
  isChosen: z.boolean(),
});
export const foundFacetValuesSchema = z.object({
  values: z.array(facetValueSchema),
  /** How many values match what was typed, of which the answer holds the first. */
  matching: z.number().int(),
});

export const catalogHitSchema = toolCardSchema.extend({
  /** Stretches of the purpose that match, as [start, end) offsets. */
  highlights: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Why it ranks here, in words; null without a query. */
  why: z.string().nullable(),
  /** The docs section that matched best, if any. */
  docsMatch: z
    .object({
      heading: z.string(),
      /** Where it stands: the page of the docs, and the section's fragment of the address. */
      page: z.string(),
      section: z.string().nullable(),
      excerpt: z.string(),
      /** Stretches of the excerpt that match, as [start, end) offsets. */
      highlights: z.array(z.tuple([z.number().int(), z.number().int()])),
    })
    .nullable(),
});
export type CatalogHit = z.infer<typeof catalogHitSchema>;

export const catalogResultSchema = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  hits: z.array(catalogHitSchema),
  facets: z.array(
    z.object({
      key: z.enum(facetKeys),
      /** The first of them, and those that are chosen. */
      values: z.array(facetValueSchema),
      /** How many values there are. */
      valueCount: z.number().int(),
    }),
  ),
  /** The corrected query whose results are shown, when the typed one found too little. */
  showingResultsFor: z.string().nullable(),
});
export type CatalogResult = z.infer<typeof catalogResultSchema>;

export const searchNoteSchema = z.strictObject({
  q: z.string().trim().min(1, "Write what was searched for.").max(500, "Search with at most 500 characters."),
  /** The tool that was opened from the results. */
  opened: z.uuid("Name the tool by its id.").optional(),
});
export type SearchNote = z.infer<typeof searchNoteSchema>;

/** A tool as it is offered for a few typed words. */
export const toolSuggestionSchema = toolCardSchema
  .pick({ id: true, slug: true, name: true, kind: true, purpose: true, readiness: true })
  .extend({ domain: z.string() });
export type ToolSuggestion = z.infer<typeof toolSuggestionSchema>;

/** What Home answers to a few words: tools first, then what documents say. */
export const suggestionsSchema = z.object({
  tools: z.array(toolSuggestionSchema),
  passages: z.array(foundPassageSchema),
});
export type Suggestions = z.infer<typeof suggestionsSchema>;
