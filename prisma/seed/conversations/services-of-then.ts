import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoCredentials } from "#demo/services/credentials.ts";
import { makeDemoApp } from "#demo/services/demo-app.ts";
import { openStore } from "#demo/services/store/store.ts";
import { now } from "#lib/clock.ts";
import { createEgress, type Egress, type EgressRequest } from "#lib/http/egress.ts";
import type { SeedTime } from "../seed-time.ts";
import { outage } from "../trail/outage.ts";

export type ServicesOfThen = { readonly egress: Egress; close(): Promise<void> };

const mcpPath = "/network/mcp";

/**
 * The demo services as they were at the moment that the clock shows: the same data, the rota and the balances of that
 * day, and the ticket service out of order during its outage. What changes something goes to the running services.
 */
export function openServicesOfThen(servicesUrl: string, token: string, time: SeedTime): ServicesOfThen {
  const folder = mkdtempSync(join(tmpdir(), "weft-seed-"));
  const store = openStore(folder);
  const app = makeDemoApp(
    { store, day: time.day, seededAt: time.until.toISOString(), now: () => now().toISOString() },
    demoCredentials(token),
  );
  const { origin, host } = new URL(servicesUrl);
  const running = createEgress({ allowPrivate: [host] });
  const downFrom = time.at(outage.daysAgo, outage.startedAt);
  const downTo = new Date(downFrom.getTime() + outage.minutes * 60_000);

  async function send(input: string | URL | Request, init: EgressRequest = {}): Promise<Response> {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.origin !== origin) return running.fetch(input, init);
    if (url.pathname.startsWith("/tickets/") && now() >= downFrom && now() <= downTo) {
      return Response.json({ detail: "The database takes no more connections." }, { status: 503 });
    }
    const isRead = request.method === "GET" || url.pathname === mcpPath;
    if (!isRead) return running.fetch(input, init);
    request.headers.set("host", host);
    return app.fetch(request);
  }

  return {
    egress: {
      fetch: send,
      fetchWith: (limits) => (input, init) => send(input, { ...limits, ...init }),
      close: () => running.close(),
    },
    async close() {
      await running.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
