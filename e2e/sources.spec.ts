import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import type { Page } from "@playwright/test";
import { z } from "zod";
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

function startOtherSide(): Promise<{ side: OtherSide; server: Server }> {
  const state = {
    description: "Finds the sites of a region.",
    operations: {
      "/parts": {
        get: { operationId: "PartController_findParts", tags: ["Parts"], ...stocked },
        delete: { summary: "Remove all parts", tags: ["Parts"], responses: { 204: { description: "gone" } } },
      },
      "/sites": {
        get: { summary: "List sites", tags: ["Sites"], responses: { 200: { description: "ok" } } },
      },
    } as Record<string, unknown>,
  };
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

let count = 0;

/** A new tool of the owner, at its part for operations; answers with its address in the API. */
async function newTool(page: Page, kind: "http" | "mcp", name: string): Promise<string> {
  await page.goto("/");
  count += 1;
  const origin = new URL(page.url()).origin;
  const made = await page.request.post("/api/tools", {
    headers: { origin },
    data: { name: `${name} ${count} ${Date.now() % 100_000}`, kind },
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

  await source.getByText("Sign-in of the API").click();
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
  await source.getByRole("button", { name: "Choose operations" }).click();
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
