import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { chooseSourceOperations } from "#lib/publishing/server/choose-source-operations.ts";
import { connectSource } from "#lib/publishing/server/connect-source.ts";
import { draftOperation, draftOverview } from "#lib/publishing/server/draft-overview.ts";
import { refreshSource } from "#lib/publishing/server/refresh-source.ts";
import { removeSource } from "#lib/publishing/server/remove-source.ts";
import { listOffered, offeredDefinition } from "#lib/publishing/server/source-operations.ts";
import { listSources } from "#lib/publishing/server/source-view.ts";
import { type ConnectSource, connectSourceSchema, type SourceView } from "#lib/publishing/sources/schema.ts";
import { partsDocument as parts, serve } from "#lib/publishing/testing/other-side.ts";
import { readSecret } from "#lib/secrets/secret-store.ts";
import { openApi } from "#lib/tools/testing/openapi-document.ts";

let owner: Viewer;
let team: { domainId: string; teamId: string };
let tool: { id: string; slug: string };
let count = 0;
const never = new AbortController().signal;

testDatabase();
beforeAll(async () => {
  team = await makeTeam("Store");
  owner = await makeViewer({ name: "Olga", teamId: team.teamId, roles: ["employee", "owner"] });
});
beforeEach(() => make("http"));

async function make(kind: "http" | "mcp"): Promise<void> {
  count += 1;
  tool = await makeTool({ name: `Store ${count}`, ...team, ownerId: owner.id, kind, operations: [] });
}

const paste = (text: string): ConnectSource => ({ kind: "openapi", text });

async function connect(input: ConnectSource = paste(openApi(parts))): Promise<SourceView> {
  const answer = await connectSource(owner, tool.slug, input, never);
  if (!answer.source) throw new Error(JSON.stringify(answer));
  return answer.source;
}
async function choose(source: SourceView, keys: readonly string[]): Promise<void> {
  const { revision } = await draftOverview(owner, tool.slug);
  await chooseSourceOperations(owner, tool.slug, source.id, {
    operations: keys.map((key) => ({ key })),
    fingerprint: source.fingerprint,
    revision,
  });
}
const operation = (name: string) => draftOperation(owner, tool.slug, name);
const names = async () => (await draftOverview(owner, tool.slug)).operations.map(({ name }) => name);
const rows = () => db().toolContract.findMany({ where: { toolId: tool.id } });
const eventTypes = async () =>
  (
    await db().auditEvent.findMany({
      where: { targetId: tool.id, type: { startsWith: "contract." } },
      orderBy: { id: "asc" },
    })
  ).map(({ type }) => type);

describe("an address", () => {
  test("is read, and read again", async () => {
    let document = openApi({ ...parts, servers: [{ url: "/api" }] });
    const address = `${await serve((request, response) => {
      if (request.url === "/old") response.writeHead(302, { location: "/openapi.json" }).end();
      else response.end(document);
    })}/old`;
    const source = await connect({ kind: "openapi", address });
    expect(source).toMatchObject({ address, operationCount: 3, server: new URL("/api", address).href });
    document = openApi({ paths: {} });
    const answer = await refreshSource(owner, tool.slug, source.id, {}, never);
    expect(answer.source?.operationCount).toBe(0);
  });

  test.each([
    ["a page of HTML", "<!doctype html><html><body>Sign in</body></html>", /HTML|web page/i],
    ["nonsense", "\u0000\u0001\u0002", /./],
    [
      "a bomb",
      `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
        .split("")
        .map((name, at) => `${name}: &${name} [${`*${"abcdefg"[at]},`.repeat(9)}]`)
        .join("\n")}\nopenapi: 3.1.0`,
      /aliases|repeats/i,
    ],
    ["too much", `openapi: 3.1.0\n${"# padding\n".repeat(600_000)}`, /5 MB/],
  ])("that answers %s is refused with the reason, and nothing is kept", async (_, body, reason) => {
    const address = await serve((_request, response) => response.end(body));
    const answer = await connectSource(owner, tool.slug, { kind: "openapi", address }, never);
    expect(answer).toMatchObject({ state: "failing", message: expect.stringMatching(reason), source: null });
    expect(answer.mend).not.toBe("");
    expect(await rows()).toEqual([]);
  });

  test.each([
    [404, "failing", /404/],
    [401, "failing", /sign-in/],
    [500, "failing", /500/],
  ])("that answers %i is refused", async (status, state, message) => {
    const address = await serve((_request, response) => response.writeHead(status).end("no"));
    const answer = await connectSource(owner, tool.slug, { kind: "openapi", address }, never);
    expect(answer).toMatchObject({ state, message: expect.stringMatching(message), source: null });
  });

  test("of a private network is refused with what an administrator can do", async () => {
    for (const address of [
      "http://10.1.2.3/openapi.json",
      "http://169.254.169.254/latest",
      "http://[::1]:9/x",
    ]) {
      const answer = await connectSource(owner, tool.slug, { kind: "openapi", address }, never);
      expect(answer).toMatchObject({ state: "failing", mend: expect.stringContaining("WEFT_EGRESS_ALLOW") });
    }
  });

  test.each([
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ftp://example.com/x",
    "https://user:secret@example.com/x",
    "example.com",
    "",
  ])("such as %s is no address", (address) => {
    expect(connectSourceSchema.safeParse({ kind: "openapi", address }).success).toBe(false);
    const mcp = { kind: "mcp", address, signIn: { type: "none" } };
    expect(connectSourceSchema.safeParse(mcp).success).toBe(false);
  });
});

describe("a pasted document", () => {
  test.each([
    ["HTML", "<html></html>"],
    ["nothing", "   "],
    ["a list", "- a\n- b"],
    ["names of a prototype", '{"openapi":"3.1.0","paths":{},"__proto__":{"x":1}}'],
    ["YAML that is cut", "openapi: 3.1.0\npaths: {"],
  ])("of %s is refused and nothing is kept", async (_, text) => {
    await expect(connect(paste(text))).rejects.toMatchObject({ code: "invalid-input" });
    expect(await rows()).toEqual([]);
  });

  test("is read again from a newer text only, and not for another kind of tool", async () => {
    const source = await connect();
    await expect(refreshSource(owner, tool.slug, source.id, {}, never)).rejects.toMatchObject({
      fields: [{ path: "text" }],
    });
    await make("mcp");
    await expect(connect()).rejects.toMatchObject({ fields: [{ path: "kind" }] });
  });

  test("is removed without its operations", async () => {
    const source = await connect();
    await choose(source, ["GET /parts"]);
    await removeSource(owner, tool.slug, source.id);
    expect(await listSources(owner, tool.slug)).toEqual([]);
    expect(await names()).toEqual(["list_parts"]);
    expect(await eventTypes()).toEqual(["contract.connected", "contract.removed"]);
  });
});

describe("an MCP server", () => {
  const token = "let-me-in-3141";
  let description = "Finds the sites of a region.";
  const mcp = async (check = true) => {
    const handler = toNodeHandler(
      createMcpHandler(() => {
        const server = new McpServer(
          { name: "inventory", version: "2.1.0" },
          { instructions: "One region." },
        );
        server.registerTool(
          "find_sites",
          { description, inputSchema: z.object({ region: z.string() }), annotations: { readOnlyHint: true } },
          async () => ({ content: [{ type: "text", text: "none" }] }),
        );
        return server;
      }),
    );
    return `${await serve((request, response) => {
      if (check && request.headers.authorization !== `Bearer ${token}`) response.writeHead(401).end();
      else void handler(request, response);
    })}/mcp`;
  };
  const server = (address: string, signIn: object = { type: "bearer", value: token }) =>
    connectSourceSchema.parse({ kind: "mcp", address, signIn });

  beforeEach(() => {
    description = "Finds the sites of a region.";
    return make("mcp");
  });

  test("is connected with a token that is kept and never told", async () => {
    const address = await mcp();
    const source = await connect(server(address, { type: "bearer", value: `Bearer ${token}` }));
    expect(source).toMatchObject({ title: "inventory", version: "2.1.0", operationCount: 1 });
    const secretName = source.schemes[0]?.secretName ?? "";
    expect(source.schemes).toMatchObject([{ type: "bearer", isKept: true }]);
    expect(await readSecret("tool", tool.id, secretName)).toBe(token);
    expect(JSON.stringify([source, await rows(), await db().auditEvent.findMany()])).not.toContain(token);

    await choose(source, ["find_sites"]);
    const found = await operation("find_sites");
    const offered = await offeredDefinition(owner, tool.slug, source.id, "find_sites");
    expect(found.binding).toMatchObject({ kind: "mcp", serverUrl: address, definitionHash: offered.hash });
    expect(found.contract).toEqual(offered.contract);

    description = "Finds all sites.\u200b";
    const answer = await refreshSource(owner, tool.slug, source.id, {}, never);
    expect(answer).toMatchObject({
      state: "connected",
      message: "",
      source: { changed: ["find_sites"], gone: [] },
    });
    const page = await listOffered(owner, tool.slug, source.id, { show: "changed" });
    expect(page.operations).toMatchObject([
      { isChosen: true, isChanged: true, isImproved: true, original: { description } },
    ]);
    await removeSource(owner, tool.slug, source.id);
    expect(await readSecret("tool", tool.id, secretName)).toBe(token);
  });

  test("that was only noted down is known after it was read again", async () => {
    const source = await connect(server(await mcp()));
    await choose(source, ["find_sites"]);
    await db().toolContract.updateMany({ where: { id: source.id }, data: { document: null } });
    expect(await listSources(owner, tool.slug)).toMatchObject([{ isKnown: false, gone: [], changed: [] }]);
    const answer = await refreshSource(owner, tool.slug, source.id, {}, never);
    expect(answer.source).toMatchObject({ isKnown: true, operationCount: 1, gone: [] });
  });

  test("that wants a sign-in or another one says so, and keeps nothing", async () => {
    const address = await mcp();
    for (const signIn of [
      { type: "none" },
      { type: "bearer", value: "wrong" },
      { type: "basic", user: "ada", value: token },
    ]) {
      const answer = await connectSource(owner, tool.slug, server(address, signIn), never);
      expect(answer).toMatchObject({ state: "needs-sign-in", source: null });
    }
    expect(await rows()).toEqual([]);
    expect(await db().secret.count({ where: { scopeId: tool.id } })).toBe(0);
  });

  test("is connected once, with the newest sign-in; its secret goes with it when nothing needs it", async () => {
    const address = await mcp();
    const one = await connect(server(address));
    const two = await connect(server(address));
    expect(two.id).toBe(one.id);
    const secretName = two.schemes[0]?.secretName ?? "";
    await removeSource(owner, tool.slug, two.id);
    expect(await readSecret("tool", tool.id, secretName)).toBeUndefined();
  });

  test("that hangs, speaks no MCP, or is not there is told apart from one without tools", async () => {
    const web = await serve((_request, response) => response.end("<html></html>"));
    const gone = "http://127.0.0.1:9/mcp";
    for (const address of [web, gone]) {
      const answer = await connectSource(owner, tool.slug, server(address), never);
      expect(answer).toMatchObject({ state: "failing", source: null });
      expect(answer.message).not.toBe("");
    }
    const hanging = await serve(() => undefined);
    const stop = AbortSignal.timeout(300);
    const stopped = { name: "TimeoutError" };
    await expect(connectSource(owner, tool.slug, server(hanging), stop)).rejects.toMatchObject(stopped);
    expect(await rows()).toEqual([]);
  });
});
