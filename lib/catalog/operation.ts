import { z } from "zod";

/** A JSON Schema 2020-12 document. */
export const jsonSchemaSchema = z.union([z.boolean(), z.record(z.string(), z.unknown())]);
export type JsonSchema = boolean | { [key: string]: unknown };

/** What an operation does to the world, in the words of MCP's tool annotations. */
export const operationAnnotationsSchema = z.strictObject({
  readOnly: z.boolean(),
  destructive: z.boolean(),
  idempotent: z.boolean(),
  openWorld: z.boolean(),
});
export type OperationAnnotations = z.infer<typeof operationAnnotationsSchema>;

/** One credential that a call needs; the secret's value lives elsewhere under `secretName`. */
export const securityRequirementSchema = z.strictObject({
  scheme: z.enum(["apiKey", "bearer", "basic"]),
  /** Where an API key goes, and under which name; `header` and `authorization` otherwise. */
  in: z.enum(["header", "query", "cookie"]).optional(),
  name: z.string().min(1).optional(),
  secretName: z.string().min(1),
});
export type SecurityRequirement = z.infer<typeof securityRequirementSchema>;

/** What the portal knows about the person who calls and fills in itself, so that nobody can name somebody else. */
export const viewerFactSchema = z.enum(["viewer.email", "viewer.name", "viewer.id"]);
export type ViewerFact = z.infer<typeof viewerFactSchema>;

/**
 * How one HTTP parameter is written; `property` is its name in the operation's flat input. With `fill` it is no
 * input: the portal fills it.
 */
export const httpParameterSchema = z.strictObject({
  name: z.string().min(1),
  in: z.enum(["path", "query", "header", "cookie"]),
  style: z.enum([
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    /** The whole value as JSON text (OpenAPI's `content` parameters). */
    "json",
  ]),
  explode: z.boolean(),
  allowReserved: z.boolean().optional(),
  required: z.boolean(),
  property: z.string().min(1),
  fill: viewerFactSchema.optional(),
});
export type HttpParameter = z.infer<typeof httpParameterSchema>;

/** The request body: either one property holds all of it, or each of `fields` is one member. */
export const httpBodySchema = z.strictObject({
  contentType: z.string().min(1),
  required: z.boolean(),
  property: z.string().min(1).optional(),
  fields: z.array(z.strictObject({ name: z.string(), property: z.string() })).optional(),
});
export type HttpBody = z.infer<typeof httpBodySchema>;

export const httpBindingSchema = z.strictObject({
  kind: z.literal("http"),
  serverUrl: z.url(),
  method: z.enum(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]),
  /** Appended to the server's address; `{name}` marks a path parameter. */
  path: z.string().startsWith("/"),
  parameters: z.array(httpParameterSchema),
  body: httpBodySchema.optional(),
  security: z.array(securityRequirementSchema),
});
export type HttpBinding = z.infer<typeof httpBindingSchema>;

export const mcpBindingSchema = z.strictObject({
  kind: z.literal("mcp"),
  serverUrl: z.url(),
  toolName: z.string().min(1),
  /** SHA-256 of the canonical JSON of the definition that the owner reviewed. */
  definitionHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Inputs of the tool that the portal fills, by name; they are not part of `inputSchema`. */
  fill: z.record(z.string(), viewerFactSchema).optional(),
  security: z.array(securityRequirementSchema),
});
export type McpBinding = z.infer<typeof mcpBindingSchema>;

export const knowledgeBindingSchema = z.strictObject({
  kind: z.literal("knowledge"),
  sourceIds: z.array(z.string().min(1)).min(1, "Choose the documents that it answers from."),
  maxPassages: z.int().min(1).max(20),
});
export type KnowledgeBinding = z.infer<typeof knowledgeBindingSchema>;

export const promptBindingSchema = z.strictObject({
  kind: z.literal("prompt"),
  instructions: z.string().min(1, "Write the instructions."),
  /** The person's message; `{{name}}` is replaced by that input. Without it the inputs are listed. */
  message: z.string().optional(),
  modelAlias: z.string().min(1, "Choose a model."),
  temperature: z.number().min(0).max(2).optional(),
  maxOutputTokens: z.int().positive().optional(),
});
export type PromptBinding = z.infer<typeof promptBindingSchema>;

/**
 * Where a step takes a value from. A reference is `input.a.b` or `steps.<id>.output.a.0.b`; within one
 * name `~1` stands for a dot and `~0` for a tilde. A template holds references as `{{input.a}}`.
 */
export const stepInputSchema = z.union([
  z.strictObject({ from: z.string().min(1), fallback: z.unknown().optional() }),
  z.strictObject({ template: z.string() }),
  z.strictObject({ value: z.unknown() }),
]);
export type StepInput = z.infer<typeof stepInputSchema>;

export const stepConditionSchema = z.strictObject({
  from: z.string().min(1),
  test: z.enum(["present", "missing", "equals", "differs", "at-least", "at-most", "contains"]),
  value: z.unknown().optional(),
});
export type StepCondition = z.infer<typeof stepConditionSchema>;

export const agentStepSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: z.string().optional(),
  /** Slug of the tool, and the name of its operation. */
  tool: z.string().min(1, "Choose the tool of each step."),
  operation: z.string().min(1, "Choose the operation of each step."),
  inputs: z.record(z.string(), stepInputSchema),
  when: stepConditionSchema.optional(),
  /** The sequence goes on without this step's output if the step fails or lacks a value. */
  optional: z.boolean().optional(),
});
export type AgentStep = z.infer<typeof agentStepSchema>;

export const agentBindingSchema = z.strictObject({
  kind: z.literal("agent"),
  steps: z.array(agentStepSchema).min(1, "Add a step.").max(20, "A sequence has at most 20 steps."),
  /** What the whole sequence answers; without it, each step's output under the step's id. */
  output: z.record(z.string(), stepInputSchema).optional(),
});
export type AgentBinding = z.infer<typeof agentBindingSchema>;

/** Bounds of one run of a loop; whichever is reached first ends it. */
export const loopLimitsSchema = z.strictObject({
  /** Chain of agents that call agents, this one included. */
  depth: z.int().min(1).max(4),
  /** Rounds in which the model may call tools. */
  steps: z.int().min(1).max(20),
  seconds: z.int().min(5).max(600),
  /** Read and written by the model over all rounds. */
  tokens: z.int().min(1000).max(500_000),
});
export type LoopLimits = z.infer<typeof loopLimitsSchema>;

/** A model works towards an answer with the operations of other tools, under the rights of the person who asks. */
export const agentLoopBindingSchema = z.strictObject({
  kind: z.literal("agent-loop"),
  instructions: z.string().min(1, "Write the instructions.").max(20_000),
  /** The person's message; `{{name}}` is replaced by that input. Without it the inputs are listed. */
  message: z.string().optional(),
  modelAlias: z.string().min(1, "Choose a model."),
  /** Slug of the tool, and the name of its operation. */
  tools: z
    .array(z.strictObject({ tool: z.string().min(1), operation: z.string().min(1) }))
    .min(1, "Choose at least one tool.")
    .max(20, "A loop has at most 20 operations."),
  limits: loopLimitsSchema,
});
export type AgentLoopBinding = z.infer<typeof agentLoopBindingSchema>;

export const linkBindingSchema = z.strictObject({
  kind: z.literal("link"),
  url: z.url({ protocol: /^https?$/ }),
});
export type LinkBinding = z.infer<typeof linkBindingSchema>;

/** How an operation is carried out, by kind of tool. */
export const operationBindingSchema = z.discriminatedUnion("kind", [
  httpBindingSchema,
  mcpBindingSchema,
  knowledgeBindingSchema,
  promptBindingSchema,
  agentBindingSchema,
  agentLoopBindingSchema,
  linkBindingSchema,
]);
export type OperationBinding = z.infer<typeof operationBindingSchema>;

export const operationNameSchema = z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/);

/** One callable function of a tool. */
export const operationDefinitionSchema = z.strictObject({
  name: operationNameSchema,
  title: z.string().min(1),
  description: z.string(),
  inputSchema: jsonSchemaSchema,
  outputSchema: jsonSchemaSchema.optional(),
  annotations: operationAnnotationsSchema,
  binding: operationBindingSchema,
  exampleInput: z.unknown().optional(),
});
export type OperationDefinition = z.infer<typeof operationDefinitionSchema>;

/** How people ask for an operation, in their own words; three to five help the choice of tools most. */
export const exampleRequestsSchema = z.array(z.string().trim().min(1).max(400)).max(20);

/** An operation as its owner keeps it: with example requests, and the other side's definition as it was reviewed. */
export const operationContentSchema = operationDefinitionSchema.extend({
  exampleRequests: exampleRequestsSchema.default([]),
  contract: z.unknown().optional(),
});
export type OperationContent = z.infer<typeof operationContentSchema>;
