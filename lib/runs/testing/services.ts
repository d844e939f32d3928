import "server-only";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";

export type ReceivedCall = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly key: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly body: unknown;
};

export type TestServices = {
  readonly url: string;
  /** What the ticket desk received, oldest first. */
  readonly received: readonly ReceivedCall[];
  /** What the ticket desk received that changes something. */
  writes(): readonly ReceivedCall[];
  close(): Promise<void>;
};

export const deskKey = "desk-key-7d41c0ffee";
const tickets = [
  { id: 4711, subject: "No line in Porto", status: "open" },
  { id: 4712, subject: "Router reboots", status: "closed" },
];

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? undefined : JSON.parse(text);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function inventory(): McpServer {
  const server = new McpServer({ name: "inventory", version: "2.1.0" });
  server.registerTool(
    "find_sites",
    {
      title: "Find sites",
      description: "Finds the network sites of a region.",
      inputSchema: z.object({ region: z.string().min(1) }),
      outputSchema: z.object({ sites: z.array(z.string()) }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ region }) => {
      const sites = [`${region}-01`, `${region}-02`];
      return { structuredContent: { sites }, content: [{ type: "text", text: JSON.stringify({ sites }) }] };
    },
  );
  return server;
}

/** A ticket desk over HTTP and a network inventory over MCP, both real and on loopback. */
export async function startTestServices(): Promise<TestServices> {
  const received: ReceivedCall[] = [];

  const desk = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://desk.invalid");
    const call = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      key: single(request.headers["x-desk-key"]),
      idempotencyKey: single(request.headers["idempotency-key"]),
      body: await bodyOf(request),
    };
    received.push(call);
    if (call.key !== deskKey)
      return sendJson(response, 401, { message: `The key ${call.key} is not known.` });
    if (call.path === "/desk/slow") return;
    if (call.path === "/desk/broken") return sendJson(response, 500, { message: "The desk is on fire." });
    if (call.method === "POST") return sendJson(response, 201, { id: 4800, ...(call.body as object) });
    const status = call.query.get("status");
    sendJson(response, 200, {
      tickets: tickets.filter((ticket) => status === null || ticket.status === status),
    });
  };

  const mcp: RequestListener = toNodeHandler(createMcpHandler(() => inventory(), { legacy: "reject" }));
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/mcp")) mcp(request, response);
    else
      desk(request, response).catch((error: unknown) => sendJson(response, 500, { message: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    writes: () => received.filter((call) => call.method !== "GET"),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
