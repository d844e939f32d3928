import { beforeAll, beforeEach, describe, expect, test } from "vitest";
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
import { saveDraft } from "#lib/publishing/server/save-draft.ts";
import { listOffered, listOfferedKeys, offeredDefinition } from "#lib/publishing/server/source-operations.ts";
import { listSources } from "#lib/publishing/server/source-view.ts";
import type { ConnectSource, SourceView } from "#lib/publishing/sources/schema.ts";
import { partsDocument as parts } from "#lib/publishing/testing/other-side.ts";
import { openApi } from "#lib/tools/testing/openapi-document.ts";

let owner: Viewer;
let colleague: Viewer;
let stranger: Viewer;
let team: { domainId: string; teamId: string };
let tool: { id: string; slug: string };
let count = 0;
const never = new AbortController().signal;

testDatabase();
beforeAll(async () => {
  team = await makeTeam("Stock");
  owner = await makeViewer({ name: "Olga", teamId: team.teamId, roles: ["employee", "owner"] });
  colleague = await makeViewer({ name: "Cem", teamId: team.teamId, roles: ["employee", "owner"] });
  stranger = await makeViewer({ name: "Eve", roles: ["employee"] });
});
beforeEach(() => make("http"));

async function make(kind: "http" | "mcp"): Promise<void> {
  count += 1;
  tool = await makeTool({ name: `Stock ${count}`, ...team, ownerId: owner.id, kind, operations: [] });
}

const paste = (text: string): ConnectSource => ({ kind: "openapi", text });

async function connect(input: ConnectSource = paste(openApi(parts)), viewer = owner): Promise<SourceView> {
  const answer = await connectSource(viewer, tool.slug, input, never);
  if (!answer.source) throw new Error(JSON.stringify(answer));
  return answer.source;
}
async function choose(source: SourceView, keys: readonly string[], more: object = {}): Promise<void> {
  const { revision } = await draftOverview(owner, tool.slug);
  await chooseSourceOperations(owner, tool.slug, source.id, {
    operations: keys.map((key) => ({ key })),
    fingerprint: source.fingerprint,
    revision,
    ...more,
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

describe("a document", () => {
  test("is kept and described by whoever may edit the tool", async () => {
    const source = await connect(undefined, colleague);
    expect(source).toMatchObject({
      kind: "openapi",
      title: "Tickets",
      version: "1.2.0",
      operationCount: 3,
      server: "https://tickets.example/api",
      schemes: [{ name: "key", secretName: "key", isKept: false }],
      chosenCount: 0,
    });
    expect(await listSources(owner, tool.slug)).toEqual([source]);
    expect(await eventTypes()).toEqual(["contract.connected"]);
    await expect(connect(undefined, stranger)).rejects.toMatchObject({ code: "refused-by-policy" });
    await expect(listSources(stranger, tool.slug)).rejects.toMatchObject({ code: "refused-by-policy" });
  });

  test("is kept once when it is connected twice at once", async () => {
    const both = await Promise.all([connect(), connect()]);
    expect(both[0].id).toBe(both[1].id);
    expect(await rows()).toHaveLength(1);
  });

  test("is found by words and tags, page by page, and its definition is shown in full", async () => {
    const { id } = await connect();
    const all = await listOffered(owner, tool.slug, id, {});
    expect(all.operations.map(({ key }) => key)).toEqual(["GET /parts", "POST /parts", "DELETE /sites/{id}"]);
    expect(all.tags).toEqual([
      { tag: "Parts", count: 2 },
      { tag: "Sites", count: 1 },
    ]);
    const found = await listOffered(owner, tool.slug, id, { q: "NUMBER find" });
    expect(found.operations.map(({ key }) => key)).toEqual(["GET /parts"]);
    expect((await listOffered(owner, tool.slug, id, { tag: "Sites" })).operations).toMatchObject([
      { method: "DELETE", annotations: { destructive: true }, isChosen: false, isUsable: true },
    ]);
    expect(await offeredDefinition(owner, tool.slug, id, "GET /parts")).toMatchObject({
      inputSchema: { properties: { number: { type: "string" } } },
      contract: { paths: { "/parts": { get: { operationId: "findParts" } } } },
    });
    await expect(offeredDefinition(owner, tool.slug, id, "GET /no")).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("of another tool is not found", async () => {
    const { id, fingerprint } = await connect();
    await make("http");
    const missing = { code: "not-found" };
    await expect(listOffered(owner, tool.slug, id, {})).rejects.toMatchObject(missing);
    await expect(refreshSource(owner, tool.slug, id, {}, never)).rejects.toMatchObject(missing);
    await expect(removeSource(owner, tool.slug, id)).rejects.toMatchObject(missing);
    const body = { operations: [], fingerprint, revision: 0 };
    await expect(chooseSourceOperations(owner, tool.slug, id, body)).rejects.toMatchObject(missing);
  });

  test("with ten thousand operations is turned page by page and chosen up to a clear limit", async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [
        `/things/${at}`,
        {
          get: { operationId: `get_${at}`, tags: [`t${at % 20}`], responses: { 200: { description: "ok" } } },
        },
      ]),
    );
    const source = await connect(paste(openApi({ paths })));
    expect(source.operationCount).toBe(10_000);
    const last = await listOffered(owner, tool.slug, source.id, { page: 200 });
    expect(last).toMatchObject({ total: 10_000, page: 200, pageCount: 200 });
    expect(last.operations.at(-1)?.key).toBe("GET /things/9999");
    const began = performance.now();
    await listOffered(owner, tool.slug, source.id, { q: "things/77", page: 2 });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await listOfferedKeys(owner, tool.slug, source.id, {})).toEqual({
      keys: [],
      total: 10_000,
      isTooMany: true,
    });
    const some = await listOfferedKeys(owner, tool.slug, source.id, { tag: "t7" });
    expect(some.keys).toHaveLength(500);
    await choose(source, some.keys);
    expect(await names()).toHaveLength(500);
  }, 120_000);

  test("without a server is chosen from once its address is entered", async () => {
    const source = await connect(paste(openApi({ ...parts, servers: [{ url: "/v1" }] })));
    expect(source.server).toBeNull();
    await expect(choose(source, ["GET /parts"])).rejects.toMatchObject({
      fields: [{ path: "serverUrl" }],
    });
    await choose(source, ["GET /parts"], { serverUrl: "https://stock.example/v1/" });
    expect((await operation("list_parts")).binding).toMatchObject({ serverUrl: "https://stock.example/v1" });
    const [again] = await listSources(owner, tool.slug);
    expect(again).toMatchObject({
      server: "https://stock.example/v1",
      chosenCount: 1,
      changed: [],
      gone: [],
    });
  });
});

describe("what a document leaves open or gets wrong", () => {
  test("is told: variables of its servers, and how each problem is mended", async () => {
    const url = "https://{region}.stock.example";
    const source = await connect(
      paste(
        openApi({
          servers: [{ url, variables: { region: { enum: ["eu", "us"], default: "us" } } }],
          paths: { "/parts": { get: { parameters: [{ $ref: "#/nowhere" }], responses: {} } } },
        }),
      ),
    );
    expect(source).toMatchObject({
      server: "https://us.stock.example",
      servers: [{ template: url, variables: [{ name: "region", values: ["eu", "us"], standard: "us" }] }],
    });
    const { operations } = await listOffered(owner, tool.slug, source.id, {});
    expect(operations).toMatchObject([
      { isUsable: false, problems: [{ mend: "Correct the document there and import it again." }] },
    ]);
  });
});

describe("a choice", () => {
  test("writes operations with their definitions into the draft, and takes others out of it", async () => {
    const source = await connect();
    await choose(source, ["POST /parts", "GET /parts"]);
    expect(await names()).toEqual(["add_part", "list_parts"]);
    const found = await operation("list_parts");
    expect(found).toMatchObject({
      title: "Find parts",
      binding: { kind: "http", security: [{ secretName: "key" }] },
    });
    const { contract, hash } = await offeredDefinition(owner, tool.slug, source.id, "GET /parts");
    expect(found.contract).toEqual(contract);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await draftOverview(owner, tool.slug)).operations.flatMap(({ problems }) => problems)).toEqual(
      [],
    );
    await choose(source, ["GET /parts"]);
    expect(await names()).toEqual(["list_parts"]);
  });

  test("keeps what its owner wrote, and follows the source in the rest", async () => {
    const source = await connect();
    await choose(source, ["GET /parts", "POST /parts"]);
    const { revision } = await draftOverview(owner, tool.slug);
    const found = await operation("list_parts");
    const mine = { ...found, name: "find", description: "Finds spare parts.", exampleRequests: ["Part 7?"] };
    await saveDraft(owner, tool.slug, {
      operationEdits: [{ name: "list_parts", operation: mine }],
      revision,
    });

    const { get } = parts.paths["/parts"];
    const newer = openApi({
      ...parts,
      paths: {
        "/parts": { get: { ...get, summary: "Search parts", description: "Anew." } },
        "/new": { get: { summary: "New one", responses: { 200: { description: "ok" } } } },
      },
    });
    const answer = await refreshSource(owner, tool.slug, source.id, { text: newer }, never);
    expect(answer).toMatchObject({
      state: "connected",
      added: { count: 1, titles: ["New one"] },
      source: { changed: ["find"], gone: ["add_part"] },
    });
    expect(await operation("find")).toMatchObject({ title: "Find parts" });
    if (!answer.source) throw new Error("no source");
    await expect(choose(source, ["GET /parts"])).rejects.toMatchObject({ code: "conflict" });
    await choose(answer.source, ["GET /parts"]);
    expect(await operation("find")).toMatchObject({
      title: "Search parts",
      description: "Finds spare parts.",
      exampleRequests: ["Part 7?"],
    });
    expect(await names()).toEqual(["find"]);
    expect(await eventTypes()).toEqual(["contract.connected", "contract.refreshed"]);
  });

  test("of a draft that somebody else changed is a conflict", async () => {
    const source = await connect();
    await choose(source, ["GET /parts"]);
    await expect(choose(source, ["POST /parts"], { revision: 3 })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await names()).toEqual(["list_parts"]);
  });

  test("of what is not listed, twice the same, or taken names is refused with its place", async () => {
    const source = await connect();
    const refused = (operations: object[]) => choose(source, [], { operations });
    await expect(refused([{ key: "GET /no" }])).rejects.toMatchObject({
      fields: [{ path: "operations.0.key" }],
    });
    await expect(refused([{ key: "GET /parts" }, { key: "GET /parts" }])).rejects.toMatchObject({
      fields: [{ path: "operations.1.key" }],
    });
    await expect(
      refused([
        { key: "GET /parts", name: "Same" },
        { key: "POST /parts", name: "same" },
      ]),
    ).rejects.toMatchObject({ fields: [{ path: "operations.1.name" }] });
    expect(await names()).toEqual([]);
  });

  test("from a second document keeps the first, and gives a name that is taken a number", async () => {
    await choose(await connect(), ["GET /parts"]);
    const { get } = parts.paths["/parts"];
    const second = await connect(
      paste(
        openApi({ ...parts, servers: [{ url: "https://other.example" }], paths: { "/others": { get } } }),
      ),
    );
    await choose(second, ["GET /others"]);
    expect(await names()).toEqual(["list_parts", "list_parts_2"]);
    // The second document cannot ask for the key that was entered for the first.
    expect((await operation("list_parts_2")).binding.security).toMatchObject([
      { secretName: "key-other.example" },
    ]);
    await choose(second, []);
    expect(await names()).toEqual(["list_parts"]);
  });
});
