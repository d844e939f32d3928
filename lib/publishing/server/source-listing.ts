import "server-only";
import { sha256Hex } from "#lib/canonical-hash.ts";
import { securityRequirementSchema } from "#lib/catalog/operation.ts";
import { sourceText } from "#lib/publishing/server/source-repository.ts";
import type { Offered, OperationTexts, SourceListing } from "#lib/publishing/sources/offered.ts";
import { stripInvisible } from "#lib/tools/invisible.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";
import { annotationsOfMcpTool, mcpToolSchema } from "#lib/tools/mcp-definition.ts";
import { type ImportedOperation, importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { shortText } from "#lib/tools/openapi/short-text.ts";
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

const longestDescription = 4000;

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

function textsOfImported(operation: ImportedOperation): { texts: OperationTexts; original: OperationTexts } {
  const description = operation.description || operation.summary;
  return {
    texts: {
      name: operation.name,
      title: stripInvisible(operation.title),
      description: shortText(stripInvisible(description).trim(), longestDescription),
    },
    original: { name: operation.name, title: operation.summary || operation.title, description },
  };
}

/** One operation of a document as it is offered. */
export function offeredFromDocument(operation: ImportedOperation): Offered {
  return {
    key: `${operation.method} ${operation.path}`,
    method: operation.method,
    path: operation.path,
    ...textsOfImported(operation),
    tags: operation.tags,
    isDeprecated: operation.deprecated,
    annotations: operation.annotations,
    get definition() {
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
    tags: [],
    isDeprecated: false,
    annotations: tool
      ? annotationsOfMcpTool(tool)
      : { readOnly: false, destructive: true, idempotent: false, openWorld: true },
    definition,
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
  const operations = read.operations.map(offeredFromDocument);
  return {
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
  const kept = (document === "" ? { tools: [] } : JSON.parse(document)) as Partial<KeptListing>;
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
    fingerprint,
    title: kept.server?.name ?? address,
    version: kept.server?.version ?? "",
    description: kept.instructions ?? "",
    servers: [{ url: address, written: address, description: "" }],
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

/** Reads the text of a source. Throws `invalid-input` or `too-large` for a document that cannot be used. */
export function readListing(source: Omit<ListableSource, "id">, text: string): SourceListing {
  const fingerprint = sha256Hex(text);
  return source.kind === "mcp"
    ? fromMcp(text, source.address ?? "", source.security, fingerprint)
    : fromDocument(text, source.address, fingerprint);
}

/** Characters of text behind all listings that are kept. */
const mostKept = 25_000_000;
type Kept = { readonly key: string; readonly listing: SourceListing; readonly size: number };
/** Large documents take seconds to read, and people turn many pages of them. The last used stands last. */
const known = new Map<string, Kept>();

/** What a source offers, by the text with this fingerprint that is kept of it. */
export async function listingOfSource(source: ListableSource, fingerprint: string): Promise<SourceListing> {
  const key = `${fingerprint} ${source.address} ${JSON.stringify(source.security)}`;
  let entry = known.get(source.id);
  if (entry?.key !== key) {
    const text = await sourceText(source.id);
    entry = { key, listing: readListing(source, text), size: text.length };
  }
  known.delete(source.id);
  known.set(source.id, entry);
  let size = [...known.values()].reduce((sum, one) => sum + one.size, 0);
  for (const [id, one] of known) {
    if (size <= mostKept || id === source.id) break;
    known.delete(id);
    size -= one.size;
  }
  return entry.listing;
}
