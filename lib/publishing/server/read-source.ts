import "server-only";
import { type SecurityRequirement, securityRequirementSchema } from "#lib/catalog/operation.ts";
import { isAppError } from "#lib/errors.ts";
import { processEgress } from "#lib/http/egress-of-process.ts";
import type { Listed, Listing } from "#lib/publishing/watch/judge-operations.ts";
import { readSecret } from "#lib/secrets/secret-store.ts";
import { addCredentials, type SecretValues } from "#lib/tools/build-http-request.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { hashMcpTool } from "#lib/tools/server/hash-mcp-tool.ts";
import { explainMcpFailure } from "#lib/tools/server/mcp-errors.ts";
import { withMcpSession } from "#lib/tools/server/mcp-session.ts";

/** What a source lists now, or why that cannot be told. Nonsense is never taken for an empty list. */
export type Reading =
  | { readonly state: "read"; readonly listing: Listing; readonly document?: string }
  | { readonly state: "failing"; readonly message: string };

export type ReadableSource = {
  readonly toolId: string;
  readonly kind: string;
  readonly address: string;
  readonly security: unknown;
  /** Hosts that the tool's operations call: a document elsewhere is never shown their credentials. */
  readonly ownHosts: readonly string[];
};

/** Longest look at one source, in milliseconds, and largest document, in bytes. */
const limits = { timeLimitMs: 20_000, maxBytes: 5_000_000 };

const failing = (message: string): Reading => ({ state: "failing", message });

async function secretsFor(toolId: string, security: readonly SecurityRequirement[]): Promise<SecretValues> {
  const values = await Promise.all(
    security.map(
      async ({ secretName }) => [secretName, await readSecret("tool", toolId, secretName)] as const,
    ),
  );
  return Object.fromEntries(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** The operations of a document; what they promise is worked out for those that are asked for. */
export function listingOf(
  document: string,
  documentUrl: string | undefined,
): Listing & { readonly size: number } {
  const { operations } = importOpenApi(document, documentUrl ? { documentUrl } : {});
  const known = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
  return {
    size: known.size,
    find(key): Listed | undefined {
      const found = known.get(key);
      return found && { hash: found.hash, definition: found.contract };
    },
  };
}

async function readTools(
  source: ReadableSource,
  security: readonly SecurityRequirement[],
  signal: AbortSignal,
): Promise<Reading> {
  const secrets = await secretsFor(source.toolId, security);
  const context = { egress: processEgress(), secrets, signal, timeLimitMs: limits.timeLimitMs };
  try {
    const address = { serverUrl: source.address, security };
    const tools = await withMcpSession(address, context, (session) => session.listTools());
    if (tools.length === 0) return failing("The server lists no tools at all.");
    const known = new Map<string, Listed>();
    for (const tool of tools) {
      const name = String(tool.name);
      if (!known.has(name)) known.set(name, { hash: hashMcpTool(tool), definition: tool });
    }
    return { state: "read", listing: { find: (key) => known.get(key) } };
  } catch (error) {
    signal.throwIfAborted();
    return failing(explainMcpFailure(error).error.message);
  }
}

async function readDocument(
  source: ReadableSource,
  security: readonly SecurityRequirement[],
  signal: AbortSignal,
): Promise<Reading> {
  const secrets = await secretsFor(source.toolId, security);
  const ask = (withCredentials: boolean) => {
    const draft = { query: [] as string[], cookies: [] as string[], headers: new Headers() };
    draft.headers.set("accept", "application/json, application/yaml, text/yaml, */*;q=0.5");
    if (withCredentials) addCredentials(draft, security, secrets);
    if (draft.cookies.length > 0) draft.headers.set("cookie", draft.cookies.join("; "));
    const url = new URL(source.address);
    url.search = [url.search.slice(1), ...draft.query].filter(Boolean).join("&");
    return processEgress().fetch(url, { headers: draft.headers, signal, ...limits });
  };
  try {
    let response = await ask(false);
    const isRefused = response.status === 401 || response.status === 403;
    const isOwnHost = source.ownHosts.includes(new URL(source.address).host);
    if (isRefused && isOwnHost && security.length > 0) {
      await response.body?.cancel();
      response = await ask(true);
    }
    if (!response.ok) {
      await response.body?.cancel();
      return failing(`The address answered ${response.status} instead of the document.`);
    }
    const document = await response.text();
    const listing = listingOf(document, source.address);
    if (listing.size === 0) return failing("The document holds no operation.");
    return { state: "read", listing, document };
  } catch (error) {
    signal.throwIfAborted();
    if (!isAppError(error)) throw error;
    return failing(
      error.code === "invalid-input" || error.code === "too-large"
        ? `What stands at the address cannot be read as an OpenAPI document: ${error.message}`
        : error.message,
    );
  }
}

/** Looks at a source, within its time and size. Throws only when the caller stopped it, or for faults of our own. */
export async function readSource(source: ReadableSource, signal: AbortSignal): Promise<Reading> {
  const security = securityRequirementSchema.array().safeParse(source.security);
  if (!security.success) return failing("How to sign in to the source is not described in a usable way.");
  const read = source.kind === "mcp" ? readTools : readDocument;
  return read(source, security.data, signal);
}
