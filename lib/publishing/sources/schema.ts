import { z } from "zod";
import { operationAnnotationsSchema } from "#lib/catalog/operation.ts";
import { mostOperations } from "#lib/publishing/draft-content.ts";

/** Operations on one page of a source's list. */
export const operationsPerPage = 50;

/** Characters of one text of the other side that are shown; a model reads fewer of them. */
export const longestShownText = 20_000;

const webAddress = z
  .string()
  .trim()
  .max(2000, "An address has at most 2,000 characters.")
  .refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ""), {
    error: "Write a whole web address that begins with https:// or http://.",
  })
  .refine((value) => !URL.parse(value)?.username && !URL.parse(value)?.password, {
    error: "Leave user and password out of the address; choose how to sign in instead.",
  });

/** Bytes are counted by the importer; more characters than bytes cannot be. */
const documentText = z
  .string()
  .min(1, "Paste the document, or choose its file.")
  .max(5_000_000, "The document is larger than 5 MB. Import a part of it.");

const secretValue = z
  .string()
  .trim()
  .min(1, "Enter the value.")
  .max(10_000, "A secret has at most 10,000 characters.")
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, "The value holds characters that cannot be sent. Copy it again.");

/** How the portal signs in to an MCP server. The value is sealed at once and never comes back. */
export const sourceSignInSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  z.strictObject({ type: z.literal("bearer"), value: secretValue }),
  z.strictObject({
    type: z.literal("header"),
    name: z
      .string()
      .trim()
      .max(100)
      .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, "Write the name of a header, such as X-Api-Key.")
      .refine((name) => !/^(?:host|connection|content-.*|transfer-encoding|cookie|mcp-.*)$/i.test(name), {
        error: "This header belongs to the connection itself. Write the one that carries the key.",
      }),
    value: secretValue,
  }),
  z.strictObject({
    type: z.literal("basic"),
    user: secretValue.refine((user) => !user.includes(":"), { error: "A user's name holds no colon." }),
    value: secretValue,
  }),
]);
export type SourceSignIn = z.infer<typeof sourceSignInSchema>;
export type SignInType = SourceSignIn["type"];

export const connectSourceSchema = z.union([
  z.strictObject({ kind: z.literal("openapi"), text: documentText }),
  z.strictObject({ kind: z.literal("openapi"), address: webAddress }),
  z.strictObject({ kind: z.literal("mcp"), address: webAddress, signIn: sourceSignInSchema }),
]);
export type ConnectSource = z.infer<typeof connectSourceSchema>;

/** A document that was pasted is read again from a newer text. */
export const refreshSourceSchema = z.strictObject({ text: documentText.optional() });

const placedProblemSchema = z.object({
  place: z.string(),
  message: z.string(),
  /** What can be done about it; empty where nothing has to be. */
  mend: z.string().default(""),
});

/** Where a tool's operations come from, as it was read last. */
export const sourceViewSchema = z.object({
  id: z.uuid(),
  kind: z.enum(["openapi", "mcp"]),
  /** Null for a document that was pasted or came as a file. */
  address: z.string().nullable(),
  title: z.string(),
  version: z.string(),
  description: z.string(),
  /** Why it could not be read the last time; empty when it could. */
  failure: z.string(),
  readAt: z.iso.datetime().nullable(),
  /** False when it has to be read before its operations are known. */
  isKnown: z.boolean(),
  /** Which text of the source this is; a choice names the one that was looked at. */
  fingerprint: z.string(),
  servers: z.array(
    z.object({
      url: z.string().nullable(),
      written: z.string(),
      /** The whole address with its variables as marks; null when it has none. */
      template: z.string().nullable(),
      description: z.string(),
      variables: z.array(
        z.object({
          name: z.string(),
          description: z.string(),
          /** The only values that may be chosen; empty when any will do. */
          values: z.array(z.string()),
          standard: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Where the chosen operations call; before the first choice what the document says, null if it does not. */
  server: z.string().nullable(),
  /** Ways to sign in that its operations name, and the secret of each; null where none can be kept. */
  schemes: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      note: z.string(),
      secretName: z.string().nullable(),
      isKept: z.boolean(),
    }),
  ),
  operationCount: z.number().int(),
  problems: z.array(placedProblemSchema),
  problemCount: z.number().int(),
  /** Operations of the draft that come from here: how many, and which of them differ from it now. */
  chosenCount: z.number().int(),
  changed: z.array(z.string()),
  gone: z.array(z.string()),
});
export type SourceView = z.infer<typeof sourceViewSchema>;

export const sourceListSchema = z.object({ sources: z.array(sourceViewSchema) });

/** What a look at the other side gave. Without a connection nothing is kept, and a sentence says why. */
export const sourceAnswerSchema = z.object({
  state: z.enum(["connected", "needs-sign-in", "failing"]),
  message: z.string(),
  mend: z.string(),
  source: sourceViewSchema.nullable(),
  /** Against what was read before: titles of what is new, at most 50 of them. */
  added: z.object({ count: z.number().int(), titles: z.array(z.string()) }),
});
export type SourceAnswer = z.infer<typeof sourceAnswerSchema>;

const textsSchema = z.object({ name: z.string(), title: z.string(), description: z.string() });

export const offeredOperationSchema = z.object({
  /** `METHOD /path`, or the name of an MCP tool. */
  key: z.string(),
  method: z.string().nullable(),
  path: z.string().nullable(),
  /** As the catalog would show it to people and models. */
  texts: textsSchema,
  /** As the other side wrote it, with characters that nobody sees. */
  original: textsSchema,
  isImproved: z.boolean(),
  tags: z.array(z.string()),
  isDeprecated: z.boolean(),
  annotations: operationAnnotationsSchema,
  problems: z.array(placedProblemSchema),
  isUsable: z.boolean(),
  /** SHA-256 of the definition, to which an operation that is taken over is pinned. */
  hash: z.string(),
  isChosen: z.boolean(),
  /** Chosen earlier, from a definition that was another one. */
  isChanged: z.boolean(),
});
export type OfferedOperation = z.infer<typeof offeredOperationSchema>;

export const offeredQuerySchema = z.strictObject({
  q: z.string().max(200).optional(),
  tag: z.string().max(200).optional(),
  show: z.enum(["all", "chosen", "changed"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});
export type OfferedQuery = z.infer<typeof offeredQuerySchema>;

export const offeredPageSchema = z.object({
  fingerprint: z.string(),
  operations: z.array(offeredOperationSchema),
  total: z.number().int(),
  page: z.number().int(),
  pageCount: z.number().int(),
  /** All tags of the source with the number of their operations, the most frequent first. */
  tags: z.array(z.object({ tag: z.string(), count: z.number().int() })),
  /** Keys of all operations of the source that the draft holds. */
  chosen: z.array(z.string()),
});
export type OfferedPage = z.infer<typeof offeredPageSchema>;

/** Keys of the usable operations that a search finds; none when they are more than one tool takes. */
export const offeredKeysSchema = z.object({
  keys: z.array(z.string()),
  total: z.number().int(),
  isTooMany: z.boolean(),
});

/** One definition in full. */
export const offeredDefinitionSchema = z.object({
  /** Word for word, as it is pinned. */
  contract: z.unknown(),
  hash: z.string(),
  inputSchema: z.unknown(),
  /** How it is called, as the source says; null for one that cannot be used. */
  binding: z.looseObject({ kind: z.string() }).nullable(),
});

export const operationChoiceSchema = z.strictObject({
  key: z.string().max(4000),
  name: z.string().trim().min(1).max(64).optional(),
  title: z.string().trim().min(1).max(400).optional(),
  description: z.string().max(20_000).optional(),
  /** The other side's own texts instead of the improved ones; texts that are given here go first. */
  useOriginal: z.boolean().optional(),
});
export type OperationChoice = z.infer<typeof operationChoiceSchema>;

export const chooseOperationsSchema = z.strictObject({
  operations: z
    .array(operationChoiceSchema)
    .max(
      mostOperations,
      `A tool has at most ${mostOperations.toLocaleString("en-GB")} operations. Choose those of one subject, and make further tools of the others.`,
    ),
  fingerprint: z.string().max(100),
  /** In place of the document's own server. */
  serverUrl: webAddress.optional(),
  revision: z.number().int().min(0),
});
export type ChooseOperations = z.infer<typeof chooseOperationsSchema>;
