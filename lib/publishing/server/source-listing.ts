import "server-only";
import { sha256Hex } from "#lib/canonical-hash.ts";
import { securityRequirementSchema } from "#lib/catalog/operation.ts";
import { type AppError, isAppError } from "#lib/errors.ts";
import { mostOperations } from "#lib/publishing/draft-content.ts";
import { sourceText } from "#lib/publishing/server/source-repository.ts";
import type { Offered, OperationTexts, SourceListing } from "#lib/publishing/sources/offered.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";
import { annotationsOfMcpTool, mcpToolSchema } from "#lib/tools/mcp-definition.ts";
import { type ImportedOperation, importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import {
  improveOperation,
  improveOperations,
  withImprovedWords,
} from "#lib/tools/openapi/improve-operation.ts";
import { readMcpTools } from "#lib/tools/server/discover-mcp-tools.ts";
import { hashMcpTool } from "#lib/tools/server/hash-mcp-tool.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";

/** Stands for the server of a document that names none, until its owner enters one. */
export const unknownServer = "https://server.invalid";

/** What an MCP server said of itself, as it is kept. */
export type KeptListing = {
  readonly server: { readonly name: string; readonly version: string; readonly protocol: string };
  readonly instructions: string;
  readonly tools: readonly JsonObject[];
};

/** Names of more operations than one tool takes are made one by one, when they are shown. */
const mostImprovedTogether = mostOperations;

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** A value that is worked out when it is first asked for: a document may have ten thousand operations. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function improvedWith(operation: ImportedOperation, listed: OperationTexts | undefined) {
  const { name, operationId, method, path, summary, description, tags, deprecated, annotations } = operation;
  const inputSchema = operation.definition?.inputSchema;
  const own = { name, operationId, method, path, summary, description, tags, deprecated, annotations };
  const improved = improveOperation({ ...own, inputSchema });
  return listed ? { ...improved, name: listed.name, title: listed.title } : improved;
}

/** The operations of a document as they are offered: with improved words, and their own ones beside. */
function offeredFromDocument(operations: readonly ImportedOperation[]): Offered[] {
  const isLarge = operations.length > mostImprovedTogether;
  const words = isLarge ? [] : improveOperations(operations);
  return operations.map((operation, at): Offered => {
    const improved = once(() => improvedWith(operation, words[at]));
    const definition = once(
      () => operation.definition && withImprovedWords(operation.definition, improved()),
    );
    return {
      key: `${operation.method} ${operation.path}`,
      method: operation.method,
      path: operation.path,
      texts: {
        get name() {
          return words[at]?.name ?? improved().name;
        },
        get title() {
          return words[at]?.title ?? improved().title;
        },
        get description() {
          return improved().description;
        },
      },
      original: {
        name: operation.name,
        title: operation.summary || operation.title,
        description: operation.description || operation.summary,
      },
      searchText: [words[at]?.name, words[at]?.title, operation.summary, operation.description].join(" "),
      tags: operation.tags,
      isDeprecated: operation.deprecated,
      annotations: operation.annotations,
      get definition() {
        return definition();
      },
      get originalDefinition() {
        return operation.definition;
      },
      get problems() {
        return operation.problems;
      },
      get contract() {
        return operation.contract;
      },
      get hash() {
        return operation.hash;
      },
    };
  });
}

/** The operation of a document of its own, as contracts are kept; undefined for one that cannot be read. */
export function offeredFromContract(contract: JsonObject, address: string | null): Offered | undefined {
  const text = JSON.stringify(contract);
  const from = address === null ? {} : { documentUrl: address };
  const [read] = importOpenApi(text, from).operations;
  const usable = read?.definition
    ? read
    : importOpenApi(text, { ...from, serverUrl: unknownServer }).operations[0];
  return usable && offeredFromDocument([usable])[0];
}

/** One tool of an MCP server as it is offered. */
export function offeredFromMcp(listed: JsonObject, read: ReturnType<typeof readMcpTools>[number]): Offered {
  const tool = mcpToolSchema.safeParse(listed).data;
  const { definition, problems, name } = read;
  const title = textOf(listed.title) || textOf(member(listed.annotations, "title"));
  return {
    key: name,
    method: null,
    path: null,
    texts: {
      name: definition?.name ?? name,
      title: definition?.title ?? titleFromName(name),
      description: definition?.description ?? "",
    },
    original: { name, title, description: read.description },
    searchText: `${definition?.name ?? ""} ${definition?.title ?? ""} ${title} ${read.description}`,
    tags: [],
    isDeprecated: false,
    annotations: tool
      ? annotationsOfMcpTool(tool)
      : { readOnly: false, destructive: true, idempotent: false, openWorld: true },
    definition,
    originalDefinition: definition,
    problems: problems.map((message) => ({ place: name, message })),
    contract: listed,
    hash: hashMcpTool(listed),
  };
}

function fromDocument(document: string, address: string | null, fingerprint: string): SourceListing {
  const documentUrl = address === null ? {} : { documentUrl: address };
  const first = importOpenApi(document, documentUrl);
  const hasServer = first.servers.some(({ url }) => url !== undefined);
  const read = hasServer ? first : importOpenApi(document, { ...documentUrl, serverUrl: unknownServer });
  const operations = offeredFromDocument(read.operations);
  return {
    isKnown: true,
    fingerprint,
    title: read.title,
    version: read.version,
    description: read.description,
    servers: first.servers,
    schemes: read.securitySchemes.map(({ name, type, note, requirement }) => ({
      name,
      type,
      note: note ?? "",
      secretName: requirement?.secretName ?? null,
    })),
    operations,
    byKey: new Map(operations.map((operation) => [operation.key, operation])),
    problems: read.problems,
  };
}

function fromMcp(document: string, address: string, security: unknown, fingerprint: string): SourceListing {
  const kept = (document === "" ? {} : JSON.parse(document)) as Partial<KeptListing>;
  const tools = (kept.tools ?? []).filter(isJsonObject);
  const requirements = securityRequirementSchema.array().parse(security);
  const read = readMcpTools(tools, { serverUrl: address, security: requirements });
  const problems: { place: string; message: string }[] = [];
  const byKey = new Map<string, Offered>();
  for (const [at, listed] of tools.entries()) {
    const one = read[at];
    if (!one) continue;
    const offered = offeredFromMcp(listed, one);
    if (byKey.has(offered.key))
      problems.push({ place: offered.key, message: "it is listed twice; the first one counts." });
    else byKey.set(offered.key, offered);
  }
  return {
    isKnown: kept.tools !== undefined,
    fingerprint,
    title: kept.server?.name ?? address,
    version: kept.server?.version ?? "",
    description: kept.instructions ?? "",
    servers: [{ url: address, written: address, template: null, description: "", variables: [] }],
    schemes: requirements.map(({ scheme, name, secretName }) => ({
      name: name ?? scheme,
      type: scheme,
      note: "",
      secretName,
    })),
    operations: [...byKey.values()],
    byKey,
    problems,
  };
}

export type ListableSource = {
  readonly id: string;
  readonly kind: string;
  readonly address: string | null;
  readonly security: unknown;
};

type ReadableSource = Pick<ListableSource, "kind" | "address" | "security">;

/** Characters of text behind all listings that are kept. */
const mostKept = 25_000_000;
type Kept = { readonly listing: SourceListing; readonly size: number };
/** Large documents take seconds to read, and people turn many pages of them. The last used stands last. */
const known = new Map<string, Kept>();

const keyOf = ({ kind, address, security }: ReadableSource, fingerprint: string) =>
  JSON.stringify([kind, fingerprint, address, security]);

function keep(key: string, entry: Kept): SourceListing {
  known.delete(key);
  known.set(key, entry);
  let size = [...known.values()].reduce((sum, one) => sum + one.size, 0);
  for (const [other, one] of known) {
    if (size <= mostKept || other === key) break;
    known.delete(other);
    size -= one.size;
  }
  return entry.listing;
}

/** Reads the text of a source. Throws `invalid-input` or `too-large` for a document that cannot be used. */
export function readListing(source: ReadableSource, text: string): SourceListing {
  const fingerprint = sha256Hex(text);
  const key = keyOf(source, fingerprint);
  const found = known.get(key);
  if (found) return keep(key, found);
  const listing =
    source.kind === "mcp"
      ? fromMcp(text, source.address ?? "", source.security, fingerprint)
      : fromDocument(text, source.address, fingerprint);
  return keep(key, { listing, size: text.length });
}

/** What is known of a source of which nothing usable is kept, such as one that was imported and not read yet. */
function unknownListing({ address }: ReadableSource, fingerprint: string, why: AppError): SourceListing {
  return {
    isKnown: false,
    fingerprint,
    title: address ?? "OpenAPI",
    version: "",
    description: "",
    servers: [],
    schemes: [],
    operations: [],
    byKey: new Map(),
    problems: [{ place: why.fields[0]?.path ?? "", message: why.message }],
  };
}

/** What a source offers, by the text with this fingerprint that is kept of it. */
export async function listingOfSource(source: ListableSource, fingerprint: string): Promise<SourceListing> {
  const key = keyOf(source, fingerprint);
  const found = known.get(key);
  if (found) return keep(key, found);
  try {
    return readListing(source, await sourceText(source.id));
  } catch (error) {
    if (isAppError(error)) return unknownListing(source, fingerprint, error);
    throw error;
  }
}
