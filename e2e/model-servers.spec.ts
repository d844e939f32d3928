import { expect, type Page } from "@playwright/test";
import { answer, ask, newChat } from "./fixtures/chat.ts";
import { expectAccessible, expectGoodLooks } from "./fixtures/looks.ts";
import { type OwnWeft, startOwnWeft } from "./fixtures/own-weft.ts";
import type { SignInRole } from "./fixtures/people.ts";
import { startSession } from "./fixtures/sessions.ts";
import { test as watched } from "./fixtures.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";

type WorkerFixtures = { modelServer: ModelServer; ownWeft: OwnWeft };
type Fixtures = { openAs: (role: SignInRole) => Promise<Page> };

const apiKey = "sk-e2e-administrator";

/** A Weft to which nobody has connected a model server yet, and one that waits for it. */
const test = watched.extend<Fixtures, WorkerFixtures>({
  modelServer: [
    async ({ browserName: _browser }, use) => {
      const server = await startModelServer({ apiKey });
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  ownWeft: [
    async ({ modelServer }, use) => {
      const weft = await startOwnWeft({ WEFT_EGRESS_ALLOW: modelServer.host });
      await use(weft);
      await weft.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  openAs: async ({ browser, ownWeft, playwright, problems }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (role) => {
      const storageState = await startSession(playwright.request, ownWeft.url, role);
      const context = await browser.newContext({ baseURL: ownWeft.url, storageState });
      contexts.push(context);
      const page = await context.newPage();
      await problems.watch(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

test.describe.configure({ mode: "default", timeout: 120_000 });

async function save(page: Page): Promise<void> {
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(sheet).toHaveCount(0);
}

test("an administrator connects a model server, makes an alias, and sees its health and its cost", async ({
  openAs,
  modelServer,
}) => {
  const page = await openAs("admin");
  await page.goto("/admin/models");
  await expect(page.getByRole("heading", { name: "Models", level: 1 })).toBeVisible();
  await expect(page.getByText("No model is chosen yet. Connect a model server")).toBeVisible();

  await page.getByRole("button", { name: "Connect a model server" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Name", { exact: false }).first().fill("Lab cluster");
  await sheet.getByLabel("Address").fill(modelServer.baseUrl);
  await sheet.getByRole("button", { name: "Test the connection" }).click();
  await expect(sheet.getByText("wants a key")).toBeVisible();
  await sheet.getByLabel("Key", { exact: true }).fill(apiKey);
  await sheet.getByRole("button", { name: "Test the connection" }).click();
  await expect(sheet.getByText(/answers and offers \d+ models/)).toBeVisible();
  await sheet.getByLabel("Calls at a time").fill("4");
  await save(page);
  await expect(page.getByRole("heading", { name: "Lab cluster" })).toBeVisible();
  await expect(page.getByText("4 calls at a time")).toBeVisible();

  await page.getByRole("button", { name: "Act on Lab cluster" }).click();
  await page.getByRole("menuitem", { name: "Choose models" }).click();
  await page.getByRole("button", { name: "Ask the server" }).click();
  await page.getByRole("checkbox", { name: "Use writer", exact: true }).check();
  await page.getByLabel("Name that people see: writer").fill("House writer");
  await page.getByLabel("Context of writer, in tokens").fill("32768");
  await save(page);
  await expect(page.getByRole("link", { name: "House writer" })).toBeVisible();

  await page.getByRole("button", { name: "Edit: default" }).click();
  await page.getByRole("combobox").fill("House");
  await page.getByRole("option", { name: /House writer/ }).click();
  await page.getByRole("button", { name: "Move House writer up" }).click();
  await save(page);
  await page.getByRole("button", { name: "New alias" }).click();
  await page.getByRole("dialog").getByLabel("Name", { exact: false }).first().fill("house-answers");
  await page.getByRole("combobox").fill("House");
  await page.getByRole("option", { name: /House writer/ }).click();
  await save(page);
  await expect(page.getByRole("row", { name: /house-answers/ })).toContainText("House writer");

  await page.getByRole("link", { name: "House writer" }).click();
  await expect(page.getByRole("heading", { name: "House writer", level: 1 })).toBeVisible();
  await expect(page.getByText("No call was made in these days.")).toBeVisible();
  await page.getByRole("button", { name: "Enter a price" }).click();
  await page.getByLabel("From").fill("2026-01-01");
  await page.getByLabel("A million tokens in").fill("2.5");
  await page.getByLabel("A million tokens out").fill("nothing");
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Give an amount, such as 2.50.")).toBeVisible();
  await page.getByLabel("A million tokens out").fill("10");
  await save(page);
  await expect(page.getByText("Holds now")).toBeVisible();

  const chat = await openAs("employee");
  await newChat(chat);
  const said = "The house is well.";
  await ask(chat, `How are you? [[${JSON.stringify({ say: said })}]]`);
  await expect(answer(chat)).toContainText(said);
  await expect(answer(chat)).toContainText("Written by House writer");

  await page.goto("/admin/models");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText(/answered 100.% of the looks/)).toBeVisible();
  const row = page.getByRole("row", { name: /House writer/ }).first();
  await expect(row).toContainText("€0.0");
  await expect(row).toContainText("1");
  await page.getByRole("link", { name: "House writer" }).click();
  await expect(page.getByText("Until the first word")).toBeVisible();
  await expect(page.getByText(/\d+ in, \d+ out/)).toBeVisible();
  await expect(page.getByText("house-answers", { exact: true })).toBeVisible();

  const place = page.url();
  await expectGoodLooks(page, async () => {
    await page.goto(place);
    await expect(page.getByText("Holds now")).toBeVisible();
  });
  await expectGoodLooks(page, async () => {
    await page.goto("/admin/models?days=30");
    await expect(page.getByRole("link", { name: "House writer" })).toBeVisible();
  });
  await page.getByRole("button", { name: "Connect a model server" }).click();
  await page.getByLabel("Type of server").selectOption("Amazon Bedrock");
  await expect(page.getByLabel("AWS region")).toBeVisible();
  await expectAccessible(page);
});

test("a file of model servers is tried, read and written", async ({ openAs, modelServer, problems }) => {
  problems.allow(/422/);
  const page = await openAs("admin");
  await page.goto("/admin/models");
  const written = await page.request.get("/api/models/file");
  expect(written.headers()["content-type"]).toContain("application/yaml");
  await page.getByRole("button", { name: "Import" }).click();
  const sheet = page.getByRole("dialog");
  const file = (address: string) => `apiVersion: weft/models-1
providers:
  - slug: from-file
    name: Read from a file
    type: openai-compatible
    baseUrl: ${address}
    dataClassCeiling: public
`;
  await sheet.getByLabel("Text of the file").fill(file("nowhere"));
  await sheet.getByRole("button", { name: "See what would change" }).click();
  await expect(sheet.getByText(/Line 6: Give the whole address/)).toBeVisible();
  await sheet.getByLabel("Text of the file").fill(file(modelServer.baseUrl));
  await sheet.getByRole("button", { name: "See what would change" }).click();
  await expect(sheet.getByRole("listitem")).toHaveText("Model server from-file is added");
  await sheet.getByRole("button", { name: "Read it" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Read from a file" })).toBeVisible();
});
