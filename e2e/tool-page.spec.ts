import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const run = (page: Page) => page.getByRole("button", { name: "Run", exact: true });
const site = (page: Page) => page.getByRole("textbox", { name: "Site" });

test.describe("the API part", () => {
  test("has an address for each form of the tool, and each answers", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/catalog/ticket-desk?tab=api");
    for (const [what, type, says] of [
      ["JSON card", "application/json", { schema: "weft.tool-card/v1", slug: "ticket-desk" }],
      ["Agent card", "application/a2a-agent-card+json", { name: "Ticket Desk" }],
      ["AI Catalog entry", "application/ai-catalog+json", { specVersion: "1.0" }],
    ] as const) {
      await page.getByRole("button", { name: `Copy the address: ${what}` }).click();
      const answer = await page.request.get(await clipboard(page));
      expect(answer.headers()["content-type"]).toBe(type);
      expect(await answer.json()).toMatchObject(says);
    }
    const { entries } = await (await page.request.get("/api/ai-catalog.json")).json();
    expect(entries.length).toBeGreaterThan(10);
    await expect(page.locator('link[rel="alternate"][type="application/json"]')).toHaveAttribute(
      "href",
      /\/api\/tools\/ticket-desk$/,
    );
  });

  test("a tool that runs elsewhere has addresses too", async ({ page }) => {
    const { entries } = await (await page.request.get("/api/ai-catalog.json")).json();
    const cards = entries.map(
      ({ extensions }: { extensions: { weft: { card: string } } }) => extensions.weft,
    );
    for (const { page: html, card } of cards) {
      const tool = await (await page.request.get(card)).json();
      if (tool.kind !== "link") continue;
      await page.goto(`${html}?tab=api`);
      await expect(page.getByText("nothing to call here")).toBeVisible();
      await expect(page.getByRole("button", { name: "Copy the address: JSON card" })).toBeVisible();
      return;
    }
    throw new Error("The demo company has no tool that runs elsewhere.");
  });

  test("an operation's schema is a file, and its call is copied as code", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/catalog/alarm-assistant?tab=api");
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: "Input schema" }).click();
    const schema = JSON.parse(await readFile(await (await waiting).path(), "utf8"));
    expect(Object.keys(schema.properties)).toContain("code");
    await page.getByRole("tab", { name: "Python" }).click();
    await page.getByRole("tabpanel").getByRole("button", { name: "Copy" }).click();
    expect(await clipboard(page)).toContain('"code": "LOS-4417"');
  });

  test("shows what a tool uses, each part a link, and the same as a table", async ({ page }) => {
    await page.goto("/catalog/alarm-assistant?tab=api");
    const drawing = page.getByRole("figure", { name: /what Alarm Assistant uses/ });
    await expect(drawing.getByRole("link")).toHaveCount(5);
    await page.getByRole("button", { name: "Show table" }).click();
    await expect(drawing).toBeHidden();
    const row = page
      .getByRole("table", { name: /What Alarm Assistant uses/ })
      .getByRole("row", { name: /^Runbook Finder/ });
    await expect(row).toContainText("it uses this");
    await expect(row).toContainText("Network runbooks");
    await page.getByRole("button", { name: "Show drawing" }).click();
    await drawing.getByRole("link", { name: /Ticket Desk/ }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/catalog/ticket-desk");
  });

  test("on a phone the table comes first", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/catalog/ticket-desk?tab=api");
    await expect(page.getByRole("table", { name: /What Ticket Desk uses/ })).toContainText("Alarm Assistant");
    await expect(page.getByRole("figure", { name: /what Ticket Desk uses/ })).toBeHidden();
    await page.getByRole("button", { name: "Show drawing" }).click();
    await expect(page.getByRole("figure", { name: /what Ticket Desk uses/ })).toBeVisible();
  });
});

test.describe("the form", () => {
  test("is saved under a name, fills the form again, and comes back after it was deleted", async ({
    page,
  }) => {
    const name = `Site ${crypto.randomUUID().slice(0, 8)}`;
    await page.goto("/catalog/ticket-desk?tab=try");
    await site(page).fill("BRG-07");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const popover = page.getByRole("dialog", { name: "Save these values" });
    await popover.getByRole("textbox", { name: "Name" }).fill(name);
    await popover.getByRole("button", { name: "Save" }).click();
    const saved = page.getByRole("region", { name: "Saved by you" });
    const use = saved.getByRole("button", { name, exact: true });
    await expect(use).toBeVisible();
    await page.reload();
    await use.click();
    await expect(site(page)).toHaveValue("BRG-07");
    await saved.getByRole("button", { name: `Delete “${name}”` }).click();
    await expect(use).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(use).toBeVisible();
    await saved.getByRole("button", { name: `Delete “${name}”` }).click();
    await expect(use).toHaveCount(0);
  });

  test("is handed on by a link that fills it and runs nothing, and as a call", async ({
    page,
    context,
    openAs,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/catalog/ticket-desk?tab=try");
    await site(page).fill("BRG-07");
    const copy = async (item: string) => {
      await page.getByRole("button", { name: "Copy", exact: true }).click();
      await page.getByRole("menuitem", { name: item }).click();
      await expect(page.getByRole("menuitem")).toHaveCount(0);
    };
    await copy("As curl");
    await expect.poll(() => clipboard(page)).toContain('"site": "BRG-07"');
    await copy("Link to this form");
    await expect.poll(() => clipboard(page)).toContain("/catalog/ticket-desk?tab=try");
    const link = await clipboard(page);
    const refused = await openAs("sales");
    await refused.goto(link);
    await expect(refused.getByText("You cannot use it").first()).toBeVisible();
    await expect(site(refused)).toHaveCount(0);
    const colleague = await openAs("owner");
    await colleague.goto(link);
    await expect(site(colleague)).toHaveValue("BRG-07");
    await expect(colleague.getByText("Nothing has run.")).toBeVisible();
  });

  test("lists the person's own calls, which fill it again", async ({ openAs }) => {
    // Nobody else tests as this person, so the newest call is this one.
    const page = await openAs("domain-lead");
    await page.goto("/catalog/ticket-desk?tab=try");
    const words = `history ${crypto.randomUUID().slice(0, 8)}`;
    const text = page.getByRole("textbox", { name: "Text" });
    await text.fill(words);
    await run(page).click();
    await expect(page.getByRole("region", { name: "Result", exact: true })).toContainText("Succeeded");
    await text.fill("");
    await page.getByText("Your calls of this operation").click();
    const newest = page.getByRole("table", { name: "Your calls of this operation" }).getByRole("row").nth(1);
    await expect(newest).toContainText("Succeeded");
    await newest.getByRole("button", { name: "Fill again" }).click();
    await expect(text).toHaveValue(words);
  });
});

test.describe("the versions", () => {
  test("say what changed from one to another, and whom it breaks", async ({ page }) => {
    await page.goto("/catalog/ticket-desk?tab=versions");
    await page.getByRole("link", { name: "What changed" }).first().click();
    const changes = page.getByRole("region", { name: "From 2.2.0 to 2.3.0" });
    await expect(changes).toContainText("Comment on a ticket");
    await expect(changes).toContainText("Calls that worked go on working.");
    await expect(changes).toContainText("Comments are not shown yet");
    await changes.getByRole("link", { name: "2.0.0" }).click();
    await expect(page.getByRole("region", { name: "From 2.0.0 to 2.3.0" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("region", { name: "From 2.0.0 to 2.3.0" })).toBeVisible();
    await page.getByRole("link", { name: "Hide what changed" }).click();
    await expect(page.getByRole("region", { name: /^From/ })).toHaveCount(0);
  });

  test("a version that does not exist opens nothing", async ({ page }) => {
    await page.goto("/catalog/ticket-desk?tab=versions&changes=9.9.9&since=x");
    await expect(page.getByRole("link", { name: "What changed" }).first()).toBeVisible();
    await expect(page.getByRole("region", { name: /^From/ })).toHaveCount(0);
  });
});

test("only those who may edit a tool are offered its file", async ({ page }) => {
  await page.goto("/catalog/alarm-assistant?tab=api");
  await expect(page.getByRole("button", { name: "Copy the address: JSON card" })).toBeVisible();
  await expect(page.getByText("Tool file")).toHaveCount(0);
  expect((await page.request.get("/api/tools/alarm-assistant/tool.yaml")).status()).toBe(403);
});

test.describe("the file of a tool", () => {
  test.use({ who: "owner" });

  test("is taken away by its owner, and names its schema", async ({ page }) => {
    await page.goto("/catalog/alarm-assistant?tab=api");
    const link = page.getByRole("link", { name: /tool\.yaml$/ });
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    const text = await answer.text();
    expect(answer.headers()["content-disposition"]).toContain("alarm-assistant.tool.yaml");
    expect(text).toContain("apiVersion: weft.tool/v1");
    const schema = /\$schema=(\S+)/.exec(text)?.[1] ?? "";
    expect(await (await page.request.get(schema)).json()).toMatchObject({ title: "weft.tool/v1" });
  });
});
