import "server-only";
import { Client, StreamableHTTPClientTransport, type Tool } from "@modelcontextprotocol/client";
import type { SecurityRequirement } from "#lib/catalog/operation.ts";
import { isAppError } from "#lib/errors.ts";
import { timedOut } from "#lib/http/egress-errors.ts";
import { addCredentials } from "#lib/tools/build-http-request.ts";
import type { JsonObject } from "#lib/tools/json-object.ts";
import { mcpToolListSchema } from "#lib/tools/mcp-definition.ts";
import { type ConnectionContext, standardTimeLimitMs } from "#lib/tools/server/call-context.ts";

export type McpServerAddress = {
  readonly serverUrl: string;
  readonly security: readonly SecurityRequirement[];
};

export type McpSession = {
  readonly server: { readonly name: string; readonly version: string; readonly protocol: string };
  readonly instructions: string | undefined;
  /** Every tool of the server as it is listed, one by one unchecked. */
  readonly listTools: () => Promise<JsonObject[]>;
  readonly callTool: (tool: JsonObject, args: JsonObject) => Promise<JsonObject>;
};

const maxAnswerBytes = 4_000_000;
const maxPages = 20;
const noReconnection = {
  initialReconnectionDelay: 1000,
  maxReconnectionDelay: 1000,
  reconnectionDelayGrowFactor: 1,
  maxRetries: 0,
};

function addressOf(server: McpServerAddress, context: ConnectionContext): { url: URL; headers: Headers } {
  const draft = { query: [] as string[], cookies: [] as string[], headers: new Headers() };
  addCredentials(draft, server.security, context.secrets);
  if (draft.cookies.length > 0) draft.headers.set("cookie", draft.cookies.join("; "));
  const url = new URL(server.serverUrl);
  url.search = [url.search.slice(1), ...draft.query].filter(Boolean).join("&");
  return { url, headers: draft.headers };
}

/** The same response; a body that breaks is reported, because the SDK does not tell the call that waits. */
function reportBreak(response: Response, onBreak: (error: unknown) => void): Response {
  const reader = response.body?.getReader();
  if (!reader) return response;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        onBreak(error);
        controller.error(error);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

/**
 * Opens a session with an MCP server over Streamable HTTP (2026-07-28, or older ones by negotiation), does
 * `work` and closes it, within the context's time limit. Throws what the SDK or the egress client throws.
 */
export async function withMcpSession<T>(
  server: McpServerAddress,
  context: ConnectionContext,
  work: (session: McpSession) => Promise<T>,
): Promise<T> {
  const { url, headers } = addressOf(server, context);
  const limit = context.timeLimitMs ?? standardTimeLimitMs;
  const end = performance.now() + limit;
  const stop = new AbortController();
  const late = () => timedOut(url.host, limit, "time");
  const timer = setTimeout(() => stop.abort(late()), limit);
  const signal = context.signal ? AbortSignal.any([stop.signal, context.signal]) : stop.signal;
  const options = () => ({ signal, timeout: Math.max(1, end - performance.now()) });

  const send: typeof fetch = async (input, init) => {
    // The stream for messages that nobody asked for is not wanted; 405 says so in the protocol's own words.
    if (init?.method === "GET") return new Response(null, { status: 405 });
    const requestSignal = init?.signal ? AbortSignal.any([signal, init.signal]) : signal;
    const response = await context.egress.fetch(input, {
      ...init,
      signal: requestSignal,
      timeLimitMs: Math.max(1, end - performance.now()),
      maxBytes: maxAnswerBytes,
    });
    return reportBreak(response, (error) => stop.abort(error));
  };
  const transport = new StreamableHTTPClientTransport(url, {
    requestInit: { headers },
    fetch: send,
    reconnectionOptions: noReconnection,
  });
  const client = new Client(
    { name: "Weft", version: "1.0.0" },
    { versionNegotiation: { mode: "auto" }, inputRequired: { autoFulfill: false } },
  );
  try {
    await client.connect(transport, options());
    const info = client.getServerVersion();
    return await work({
      server: {
        name: info?.name ?? url.host,
        version: info?.version ?? "",
        protocol: client.getNegotiatedProtocolVersion() ?? "",
      },
      instructions: client.getInstructions(),
      listTools: () => listTools(client, options),
      callTool: (tool, args) => callTool(client, tool, args, options),
    });
  } catch (error) {
    if (stop.signal.aborted && isAppError(stop.signal.reason)) throw stop.signal.reason;
    throw error;
  } finally {
    clearTimeout(timer);
    // Ending an older server's session is a courtesy; many servers refuse it.
    if (transport.sessionId) await transport.terminateSession().catch(() => undefined);
    await client.close();
  }
}

type Options = () => { signal: AbortSignal; timeout: number };

async function listTools(client: Client, options: Options): Promise<JsonObject[]> {
  const tools: JsonObject[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const params = cursor === undefined ? {} : { cursor };
    const answer = await client.request({ method: "tools/list", params }, mcpToolListSchema, options());
    tools.push(...answer.tools);
    cursor = answer.nextCursor;
    if (cursor === undefined) break;
  }
  return tools;
}

async function callTool(
  client: Client,
  tool: JsonObject,
  args: JsonObject,
  options: Options,
): Promise<JsonObject> {
  // Without its output schema the SDK leaves the result to us, which takes a mismatch for a warning.
  const { outputSchema: _, ...definition } = tool;
  return client.callTool(
    { name: String(tool.name), arguments: args },
    { ...options(), toolDefinition: definition as Tool },
  );
}
