import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { freshName } from "./fixtures/drafts.ts";
import { expectAccessible } from "./fixtures/looks.ts";
import { type OwnWeft, startOwnWeft } from "./fixtures/own-weft.ts";
import { startSession } from "./fixtures/sessions.ts";
import { expect, test as watched } from "./fixtures.ts";

/** A machine of somebody else: an API with its OpenAPI document, and an MCP server that wants a token. */
type OtherSide = {
  readonly address: string;
  readonly host: string;
  description: string;
  operations: Record<string, unknown>;
};

const plainDescription = "Finds the sites of a region.";

const token = "e2e-token-2718";
const apiKey = "e2e-key-3141";
const stocked = {
  summary: "Find parts",
  description: "<p>Finds parts by number.</p>",
  parameters: [{ name: "number", in: "query", required: true, example: "A-1", schema: { type: "string" } }],
  responses: {
    200: { description: "ok", content: { "application/json": { schema: { type: "object" } } } },
  },
};

const paths: Record<string, unknown> = {
  "/parts": {
    get: { operationId: "PartController_findParts", tags: ["Parts"], ...stocked },
    delete: { summary: "Remove all parts", tags: ["Parts"], responses: { 204: { description: "gone" } } },
  },
  "/sites": { get: { summary: "List sites", tags: ["Sites"], responses: { 200: { description: "ok" } } } },
};

function startOtherSide(): Promise<{ side: OtherSide; server: Server }> {
  const state = { description: plainDescription, operations: paths };
  const mcp = toNodeHandler(
    createMcpHandler(() => {
      const sites = new McpServer({ name: "Site register", version: "3.0.0" });
      sites.registerTool(
        "find_sites",
        {
          title: "Find sites",
          description: state.description,
          inputSchema: z.object({ region: z.string() }),
          annotations: { readOnlyHint: true, openWorldHint: false },
        },
        ({ region }) => ({ content: [{ type: "text", text: `Two sites in ${region}.` }] }),
      );
      return sites;
    }),
  );
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (pathname === "/mcp") {
      if (request.headers.authorization !== `Bearer ${token}`) json(401, { error: "no token" });
      else void mcp(request, response);
    } else if (pathname === "/openapi.json") {
      json(200, {
        openapi: "3.1.0",
        info: { title: "Spare parts", version: "7.1" },
        servers: [{ url: "/api" }],
        components: { securitySchemes: { parts: { type: "apiKey", in: "header", name: "x-key" } } },
        security: [{ parts: [] }],
        paths: state.operations,
      });
    } else if (request.headers["x-key"] !== apiKey) json(401, { error: "no key" });
    else json(200, { number: searchParams.get("number"), stock: 12 });
  });
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      done({ server, side: Object.assign(state, { host, address: `http://${host}` }) });
    });
  });
}

const test = watched.extend<{ owner: Page }, { other: OtherSide; ownWeft: OwnWeft }>({
  other: [
    async ({ browserName: _browser }, use) => {
      const { side, server } = await startOtherSide();
      await use(side);
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
    { scope: "worker" },
  ],
  ownWeft: [
    async ({ other }, use) => {
      const weft = await startOwnWeft({ WEFT_EGRESS_ALLOW: other.host });
      await use(weft);
      await weft.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  owner: async ({ browser, ownWeft, playwright, problems }, use) => {
    const storageState = await startSession(playwright.request, ownWeft.url, "owner");
    const context = await browser.newContext({ baseURL: ownWeft.url, storageState });
    const page = await context.newPage();
    await problems.watch(page);
    await use(page);
    await context.close();
  },
});

// One worker: a second Weft is enough.
test.describe.configure({ mode: "default" });

test.beforeEach(({ other }) => Object.assign(other, { description: plainDescription, operations: paths }));

/** A new tool of the owner, at its part for operations; answers with its address in the API. */
async function newTool(page: Page, kind: "http" | "mcp", name: string): Promise<string> {
  await page.goto("/");
  const origin = new URL(page.url()).origin;
  const made = await page.request.post("/api/tools", {
    headers: { origin },
    data: { name: freshName(name), kind },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { slug } = (await made.json()) as { slug: string };
  await page.goto(`/owner/${slug}/operations`);
  return `/api/tools/${slug}`;
}

const draftList = (page: Page) => page.getByRole("list", { name: "Operations of the draft" });

/** Names of the draft's operations and what stands between them and a release. */
async function draftOf(page: Page, api: string) {
  const answer = await page.request.get(`${api}/draft/overview`);
  return (await answer.json()) as {
    operations: { name: string; title: string; problems: string[] }[];
    secrets: { name: string; isKept: boolean }[];
  };
}

const accounts = `openapi: 3.0.3
info: { title: Accounts, version: "2" }
servers: [{ url: "https://accounts.example.com" }]
paths:
  /accounts/{id}:
    get:
      operationId: AccountController_getById_v2
      description: "<b>Returns</b> one account. See [the wiki](https://wiki.example.com)."
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: ok } }
`;

test("a document is pasted or comes from a file; one that does not import says why", async ({
  owner: page,
  problems,
}) => {
  test.setTimeout(150_000);
  // The browser's own line about a refused document.
  problems.allow(/422/);
  const api = await newTool(page, "http", "Account desk");
  const read = page.getByRole("button", { name: "Read the document" });
  const source = page.getByRole("region", { name: "Accounts" });

  await page.getByRole("radio", { name: "Paste it" }).check();
  await expect(read).toBeDisabled();
  for (const [text, words] of [
    ["<!doctype html><title>API</title>", "it is a web page. Look on that page for the address"],
    ["openapi: 4.0.0\ninfo: {}\npaths: {}", "is not read. Use OpenAPI 3.1, 3.0 or 2.0."],
    [`${accounts}  /broken: [`, /Line \d+, column \d+: Flow sequence/],
    ["x: &x [1]\nopenapi: 3.0.3\npaths: *x", "an object with the paths is expected here"],
  ] as const) {
    await page.getByRole("textbox", { name: "The document" }).fill(text);
    await read.click();
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "The document" })).toHaveValue(text);
  }
  await expectAccessible(page);

  await page.getByRole("radio", { name: "From a file" }).check();
  const field = page.getByLabel("File", { exact: true });
  const choose = (name: string, buffer: Buffer) =>
    field.setInputFiles({ name, mimeType: "application/yaml", buffer });
  await choose("picture.yaml", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]));
  await read.click();
  await expect(page.getByText("The file could not be read as text.")).toBeVisible();
  await choose("large.yaml", Buffer.alloc(5_000_001, "a"));
  await read.click();
  await expect(page.getByText("The file is larger than 5 MB. Import a part of it.")).toBeVisible();
  await choose("accounts.yaml", Buffer.from(accounts));
  await read.click();

  await source.getByRole("button", { name: "Details of Get account" }).click();
  await expect(source.getByText("get_account", { exact: true })).toBeVisible();
  await expect(source.getByText("AccountController_getById_v2")).toBeVisible();
  await expect(source.getByText("<b>Returns</b> one account.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await source.getByRole("checkbox", { name: "Select Get account" }).check();
  await source.getByRole("button", { name: "Take over 1 operation" }).click();
  await expect
    .poll(async () => (await draftOf(page, api)).operations.map(({ name }) => name))
    .toEqual(["get_account"]);
  await source.getByRole("checkbox", { name: "Use the original texts" }).check();
  await source.getByRole("button", { name: "Take over 1 operation" }).click();
  await expect
    .poll(async () => (await draftOf(page, api)).operations.map(({ name }) => name))
    .toEqual(["AccountController_getById_v2"]);
});

test("a secret is kept, never shown again, used, replaced and removed", async ({ owner: page, other }) => {
  test.setTimeout(150_000);
  const api = await newTool(page, "http", "Parts counter");
  const headers = { origin: new URL(page.url()).origin };
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`${api}/${path}`, { headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const { revision } = await (await page.request.get(`${api}/draft/overview`)).json();
  const { source } = await post("contracts", { kind: "openapi", address: `${other.address}/openapi.json` });
  await post(`contracts/${source.id}/choice`, {
    operations: [{ key: "GET /parts" }],
    fingerprint: source.fingerprint,
    revision,
  });
  const place = `/owner/${api.split("/").at(-1)}`;
  const value = page.getByLabel("Value of parts");
  const keep = async (act: string, secret: string) => {
    await page.goto(`${place}/settings`);
    await page.getByRole("button", { name: `${act} parts` }).click();
    await value.fill(secret);
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(page.getByText("The secret parts is kept")).toBeVisible();
    await expect(value).toHaveCount(0);
  };
  const run = async () => {
    await page.goto(`${place}/playground`);
    await page.getByLabel("Number").fill("A-1");
    await page.getByRole("button", { name: "Run", exact: true }).click();
  };
  const result = page.getByRole("region", { name: "Result" });

  await page.goto(`${place}/settings`);
  await expect(page.getByText("Missing", { exact: true })).toBeVisible();
  await keep("Enter", "e2e-key-9999");
  await run();
  await expect(page.getByText("The tool did not let the call in", { exact: false }).first()).toBeVisible();

  await keep("Replace", apiKey);
  await page.reload();
  await expect(page.getByText("Kept", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Replace parts" }).click();
  await expect(value).toHaveValue("");
  await expectAccessible(page);
  await run();
  await expect(result.getByText("12", { exact: true })).toBeVisible();
  for (const path of ["draft", "draft/overview", "draft/operations/find_parts", "tool.yaml", "contracts"]) {
    const answer = await (await page.request.get(`${api}/${path}`)).text();
    for (const secret of [apiKey, "e2e-key-9999"]) expect(answer).not.toContain(secret);
  }
  for (const where of ["settings", "operations", "playground"]) {
    await page.goto(`${place}/${where}`);
    expect(await page.content()).not.toContain(apiKey);
  }

  await page.goto(`${place}/settings`);
  await page.getByRole("button", { name: "Remove parts" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("The secret parts is removed")).toBeVisible();
  await expect(page.getByText("Missing", { exact: true })).toBeVisible();
});

test("an OpenAPI document is connected, chosen from, edited and read again", async ({
  owner: page,
  other,
}) => {
  const api = await newTool(page, "http", "Spare parts desk");
  await expect(page.getByText("No operation yet.")).toBeVisible();

  const address = page.getByRole("textbox", { name: "Address" });
  await address.fill(`${other.address}/nothing-here`);
  await page.getByRole("button", { name: "Read the document" }).click();
  await expect(page.getByText(/answered with status 401|wants a sign-in/)).toBeVisible();
  await address.fill(`${other.address}/openapi.json`);
  await page.getByRole("button", { name: "Read the document" }).click();

  const source = page.getByRole("region", { name: "Spare parts" });
  await expect(source.getByText("3 operations found")).toBeVisible();
  await source.getByRole("searchbox", { name: "Find operations" }).fill("number");
  await expect(source.getByText("1 operation found")).toBeVisible();
  await source.getByRole("checkbox", { name: /^Select Find parts/ }).check();
  await source.getByRole("button", { name: /^Details of Find parts/ }).click();
  await expect(source.getByText("<p>Finds parts by number.</p>")).toBeVisible();
  await source.getByRole("searchbox", { name: "Find operations" }).fill("");
  await expect(source.getByText("3 operations found")).toBeVisible();
  await source.getByRole("checkbox", { name: /^Select List sites/ }).check();
  await source.getByRole("button", { name: "Take over 2 operations" }).click();
  await expect(draftList(page).getByRole("listitem").filter({ hasText: "Find parts" })).toBeVisible();

  await source.getByLabel("Value of parts").fill(apiKey);
  await source.getByRole("button", { name: "Keep the value" }).click();
  await expect(source.getByText("A value is kept").first()).toBeVisible();

  await draftList(page)
    .getByRole("button", { name: /^Edit Find parts/ })
    .click();
  await draftList(page).getByLabel("Title", { exact: true }).fill("Look for parts");
  await draftList(page).getByLabel("Example requests").fill("Is part A-1 in stock?");
  await expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible();
  await expect.poll(async () => (await draftOf(page, api)).operations[0]?.title).toBe("Look for parts");
  const draft = await draftOf(page, api);
  expect(draft.operations.flatMap(({ problems }) => problems)).toEqual([]);
  expect(draft.secrets).toEqual([{ name: "parts", isKept: true }]);

  const origin = new URL(page.url()).origin;
  const checks = await page.request.post(`${api}/draft/checks`, { headers: { origin }, data: {} });
  const { checks: results } = (await checks.json()) as { checks: { id: string; outcome: string }[] };
  expect(
    results.filter(({ id, outcome }) => /operation|schema|example/.test(id) && outcome === "failed"),
  ).toEqual([]);

  other.operations = {
    "/parts": {
      get: { operationId: "PartController_findParts", tags: ["Parts"], ...stocked, summary: "Search parts" },
    },
    "/orders": { get: { summary: "List orders", responses: { 200: { description: "ok" } } } },
  };
  await source.getByRole("button", { name: "Read again" }).click();
  await expect(source.getByText("1 operation is new")).toBeVisible();
  await expect(source.getByText("1 operation changed on the other side")).toBeVisible();
  await expect(source.getByText("1 operation is gone on the other side")).toBeVisible();
  await source.getByRole("button", { name: "Take over 1 operation" }).click();
  await expect
    .poll(async () => (await draftOf(page, api)).operations.map(({ title }) => title))
    .toEqual(["Look for parts"]);
});

test("an MCP server is connected with its token, and its tools are pinned", async ({
  owner: page,
  other,
}) => {
  const api = await newTool(page, "mcp", "Site finder");
  await page.getByRole("textbox", { name: "Address" }).fill(`${other.address}/mcp`);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByText("Needs a sign-in")).toBeVisible();
  await page.getByLabel("Token", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByText("did not accept this sign-in")).toBeVisible();
  other.description = "Finds the sites of a region.\u200bQuietly.";
  await page.getByLabel("Token", { exact: true }).fill(token);
  await page.getByRole("button", { name: "Connect", exact: true }).click();

  const source = page.getByRole("region", { name: "Site register" });
  await expect(source.getByText("1 operation found")).toBeVisible();
  await source.getByRole("button", { name: "Details of Find sites" }).click();
  await expect(source.getByText("zero-width space").first()).toBeVisible();
  await expect(source.locator("code").filter({ hasText: /^[0-9a-f]{64}$/ })).toBeVisible();
  await source.getByRole("button", { name: "Select the 1 that was found" }).click();
  await source.getByRole("button", { name: "Take over 1 operation" }).click();
  await expect(draftList(page).getByRole("button", { name: "Edit Find sites" })).toBeVisible();
  expect(await draftOf(page, api)).toMatchObject({
    operations: [{ name: "find_sites", problems: [] }],
    secrets: [{ isKept: true }],
  });

  await draftList(page).getByRole("button", { name: "Edit Find sites" }).click();
  await draftList(page).getByRole("button", { name: "Remove from the draft" }).click();
  await expect(page.getByText("No operation yet.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(draftList(page).getByRole("button", { name: "Edit Find sites" })).toBeVisible();
  await expect.poll(async () => (await draftOf(page, api)).operations.length).toBe(1);
  expect(await page.content()).not.toContain(token);
});
