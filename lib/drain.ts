import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";

type Drain = { readonly stopping: AbortController; readonly servers: Set<Server> };

const holder = globalThis as typeof globalThis & { weftDrain?: Drain };
holder.weftDrain ??= { stopping: new AbortController(), servers: new Set() };
const drain = holder.weftDrain;

function isServer(value: unknown): value is Server {
  return typeof value === "object" && value !== null && "closeIdleConnections" in value;
}

/** Aborted once this process is asked to stop: open streams end then, and readers come back to another process. */
export function drainSignal(): AbortSignal {
  return drain.stopping.signal;
}

/** Learns which HTTP servers this process has, from their first request on. */
export function watchServers(): void {
  subscribe("http.server.request.start", (message) => {
    const server =
      typeof message === "object" && message !== null && "server" in message ? message.server : undefined;
    if (isServer(server)) drain.servers.add(server);
  });
}

/** Takes no more requests, waits for the open ones, and cuts off those that last longer than `graceMs`. */
export async function drainRequests(graceMs: number): Promise<void> {
  drain.stopping.abort();
  const closing = [...drain.servers].map(
    (server) => new Promise<void>((resolve) => server.close(() => resolve())),
  );
  const timer = setTimeout(() => {
    for (const server of drain.servers) server.closeAllConnections();
  }, graceMs);
  await Promise.all(closing);
  clearTimeout(timer);
}
