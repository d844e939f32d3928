import { z } from "zod";
import {
  agentBindingSchema,
  agentLoopBindingSchema,
  httpBindingSchema,
  knowledgeBindingSchema,
  linkBindingSchema,
  mcpBindingSchema,
  operationDefinitionSchema,
  promptBindingSchema,
} from "#lib/catalog/operation.ts";
import { audiences, toolKindSchema, toolWordsSchema } from "#lib/catalog/schema.ts";
import { embedOriginSchema } from "#lib/catalog/tool-settings.ts";
import { toolSlugSchema } from "#lib/catalog/tool-slug.ts";
import { dataClassSchema } from "#lib/data-class.ts";

export const toolFileVersion = "weft.tool/v1";

const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/, "Use small letters a to z, digits and hyphens.");

const { useInstead: _useInstead, ...plainWords } = toolWordsSchema.shape;

const knowledgeInFile = knowledgeBindingSchema
  .omit({ sourceIds: true })
  .extend({ sources: z.array(slug).min(1) })
  .describe("Answers from documents; `sources` are addresses of knowledge sources.");

/** How an operation is carried out, as it stands in a file: documents go by address, not by id. */
export const bindingInFileSchema = z.discriminatedUnion("kind", [
  httpBindingSchema.describe("One operation of an HTTP API."),
  mcpBindingSchema.describe("One tool of an MCP server, pinned to the hash of its definition."),
  knowledgeInFile,
  promptBindingSchema.describe("Instructions for a model."),
  agentBindingSchema.describe("A fixed sequence of operations of other tools."),
  agentLoopBindingSchema.describe("A model works with operations of other tools until it has an answer."),
  linkBindingSchema.describe("A tool that runs elsewhere."),
]);
export type BindingInFile = z.infer<typeof bindingInFileSchema>;

export const operationInFileSchema = operationDefinitionSchema.extend({
  binding: bindingInFileSchema,
  exampleRequests: z
    .array(z.string().trim().min(1).max(400))
    .max(20)
    .default([])
    .describe("How people ask for it, in their own words; three to five help the choice of tools most."),
});
export type OperationInFile = z.infer<typeof operationInFileSchema>;

/** What a team keeps in its git about a tool: everything that an owner decides, and nothing that the portal measures. */
export const toolFileSchema = z.strictObject({
  apiVersion: z.literal(toolFileVersion),
  slug: toolSlugSchema.describe("Address in the catalog; it does not change afterwards."),
  kind: toolKindSchema,
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, "Write a version as 1.4.0.")
    .optional()
    .describe(
      "The release that the file was written from. Only told; a release gets its number when it is published.",
    ),
  owner: z.strictObject({
    domain: slug,
    team: slug,
    productOwner: z.email().optional().describe("E-mail address; without it, whoever applies the file."),
    deputy: z.email().optional(),
  }),
  audience: z.enum(audiences).default("everyone"),
  riskTier: z.enum(["low", "medium", "high"]).default("low"),
  dataClass: dataClassSchema
    .default("internal")
    .describe("The highest class of data that the tool may be given."),
  supportChannel: z.string().max(200).default(""),
  serviceLevel: z
    .strictObject({
      successShare: z
        .number()
        .gt(0)
        .lt(1)
        .optional()
        .describe("Promised share of calls that succeed, such as 0.99."),
      p95Ms: z.int().positive().optional().describe("Promised time of 95 in 100 calls, in milliseconds."),
    })
    .default({}),
  model: slug.optional().describe("Alias of the model that the tool is bound to."),
  link: z.url({ protocol: /^https?$/ }).optional(),
  embedOrigins: z
    .array(embedOriginSchema)
    .max(20)
    .default([])
    .describe("Sites that may show the tool in a frame, such as https://intranet.example.com."),
  successor: slug.optional().describe("Only told: deprecating a tool names what follows it."),
  ...plainWords,
  whenToUse: plainWords.whenToUse.default([]),
  whenNotToUse: plainWords.whenNotToUse.default([]),
  useInstead: z
    .array(z.strictObject({ text: z.string().trim().min(1).max(400), tool: slug.optional() }))
    .max(8)
    .default([]),
  examples: plainWords.examples.default([]),
  tags: plainWords.tags.default([]),
  synonyms: plainWords.synonyms.default([]),
  knownIssues: plainWords.knownIssues.default([]),
  limits: plainWords.limits.default([]),
  docs: plainWords.docs.default("").describe("Markdown; each heading of the first level begins a page."),
  operations: z.array(operationInFileSchema).max(1000).default([]),
});
export type ToolFile = z.infer<typeof toolFileSchema>;
