import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { createEgress } from "#lib/http/egress.ts";
import { replaceProcessEgress } from "#lib/http/egress-of-process.ts";
import { makeTeam } from "#lib/identity/testing/make-people.ts";
import { probeTools } from "#lib/trust/server/probe-tools.ts";

testDatabase();
let server: Server;
let restore: () => void;
let base: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const isHeadless = request.url === "/headless" && request.method === "HEAD";
    const statuses: Record<string, number> = { "/broken": 503, "/closed": 401, "/mcp": 200 };
    response.writeHead(isHeadless ? 405 : (statuses[request.url ?? ""] ?? 200)).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  restore = replaceProcessEgress(createEgress({ allowPrivate: ["127.0.0.1"] }));
});
afterAll(async () => {
  restore();
  await new Promise((done) => server.close(done));
});

it("asks each address once, counts a refusal as an answer, and follows the steps of a sequence", async () => {
  const { domainId } = await makeTeam();
  const make = (name: string, ...bindings: object[]) =>
    makeTool({ name, domainId, operations: bindings.map((binding) => ({ binding: { ...binding } })) });
  const http = (path: string) => ({ kind: "http", serverUrl: `${base}${path}` });
  const steps = (...slugs: string[]) => ({ kind: "agent", steps: slugs.map((tool) => ({ tool })) });
  await make("Fine", http("/fine"), http("/fine"));
  await make("Same Server", http("/fine"));
  await make("Closed", http("/closed"));
  await make("Broken", http("/broken"));
  await make("Headless", http("/headless"));
  await make("Talks", { kind: "mcp", serverUrl: `${base}/mcp` });
  await make("Works", steps("fine", "closed"));
  await make("Stuck", steps("fine", "broken"));
  await make("Lost", steps("nowhere"));
  await make("Circle", steps("circle"));
  await make("Writes", { kind: "prompt", modelAlias: "fast" });
  await make("Elsewhere", { kind: "link", url: "https://example.com" });
  await make("Empty Shelf", { kind: "knowledge", sourceIds: ["none"] });
  const gone = await make("Gone", http("/fine"));
  await db().tool.update({ where: { id: gone.id }, data: { blockedAt: new Date() } });

  const kept = await probeTools();
  const rows = await db().toolProbe.findMany({ select: { outcome: true, tool: { select: { slug: true } } } });
  const outcomes = Object.fromEntries(rows.map(({ outcome, tool }) => [tool.slug, outcome]));
  expect(outcomes).toEqual({
    fine: "succeeded",
    "same-server": "succeeded",
    closed: "succeeded",
    broken: "failed",
    headless: "succeeded",
    talks: "succeeded",
    works: "succeeded",
    stuck: "failed",
    lost: "failed",
    "empty-shelf": "failed",
  });
  expect(kept).toBe(rows.length);
  expect(asked.toSorted()).toEqual([
    "GET /headless",
    "HEAD /broken",
    "HEAD /closed",
    "HEAD /fine",
    "HEAD /headless",
    "POST /mcp",
  ]);
});
