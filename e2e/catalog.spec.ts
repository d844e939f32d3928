import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

const results = (page: Page) => page.getByRole("region", { name: "Results" });
const names = (page: Page) => results(page).getByRole("heading", { level: 3 });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search tools" });

test.describe("finding", () => {
  test("a typo is forgiven, and the page says what it read", async ({ page }) => {
    await page.goto("/catalog");
    await search(page).fill("tiket");
    await expect(page.getByText(/^Showing results for “ticket/i)).toBeVisible();
    await expect(names(page).first()).toHaveText("Ticket Desk");
    await expect(page).toHaveURL(/q=tiket/);
  });

  for (const [sentence, tool] of [
    ["how many days of holiday do I have left this year", /Leave (Service|Check)|Handbook Answers/],
    ["a customer's line is dead, which alarm is up at the site", /Network Inventory|Alarm Assistant/],
    ["who has to approve a bill of 1,200 pounds", /Expense Service/],
  ] as const) {
    test(`a whole sentence finds its tool: ${sentence}`, async ({ page }) => {
      await page.goto("/catalog");
      await search(page).fill(sentence);
      await expect(page.getByRole("status").filter({ hasText: `for “${sentence}”` })).toBeVisible();
      const first = (await names(page).allTextContents()).slice(0, 3);
      expect(first.join(" | ")).toMatch(tool);
    });
  }

  test("what nobody has is said, with a way on", async ({ page }) => {
    await page.goto("/catalog?q=zzqqxx");
    await expect(names(page)).toHaveCount(0);
    await expect(results(page).getByRole("link").or(results(page).getByRole("button")).first()).toBeVisible();
  });

  test("facets count what they would leave, and stay over a reload", async ({ page }) => {
    await page.goto("/catalog");
    const facet = page
      .getByRole("group", { name: "Domain" })
      .getByRole("checkbox", { name: /Network Operations/ });
    const count = Number(/(\d+)"/.exec(await facet.ariaSnapshot())?.[1]);
    await facet.check();
    await expect(page.getByRole("status").filter({ hasText: `of ${count}` })).toBeVisible();
    await expect(names(page)).toHaveCount(count);
    await expect(page).toHaveURL(/domain=network-operations/);
    await page.reload();
    await expect(names(page)).toHaveCount(count);
    await expect(facet).toBeChecked();
    await page
      .getByRole("group", { name: "Use" })
      .getByRole("checkbox", { name: /Works now/ })
      .check();
    await expect(page).toHaveURL(/ready=/);
    for (const name of ["Domain", "Use"]) {
      for (const box of await page
        .getByRole("group", { name, exact: true })
        .getByRole("checkbox", { checked: true })
        .all()) {
        await box.uncheck();
      }
    }
    await expect(page).toHaveURL("/catalog");
  });

  test("the compact view is a table of the same tools", async ({ page }) => {
    await page.goto("/catalog");
    await expect(names(page).first()).toBeVisible();
    const cards = await names(page).count();
    await page.getByRole("button", { name: "Compact" }).click();
    await expect(results(page).getByRole("row")).toHaveCount(cards + 1);
  });
});

test.describe("a tool's page", () => {
  test("tells what the tool is for, who answers for it and what it can be relied on for", async ({
    page,
  }) => {
    await page.goto("/catalog");
    await page.getByRole("link", { name: "Ticket Desk" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ticket Desk" })).toBeVisible();
    for (const name of ["Use it for", "Not for", "Instead", "Operations", "Examples"]) {
      await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
    }
    await expect(page.getByRole("link", { name: "Owned by Service Quality" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Trust" })).toContainText("Security review expired");
    await expect(page.getByRole("region", { name: "Facts" })).toContainText("promised 99 %");
  });

  test("every tab opens", async ({ page }) => {
    await page.goto("/catalog/alarm-assistant");
    const tabs = page.getByRole("navigation", { name: "Parts of this page" }).getByRole("link");
    await expect(tabs.first()).toBeVisible();
    const labels = await tabs.allTextContents();
    expect(labels.length).toBeGreaterThanOrEqual(5);
    for (const label of labels) {
      const tab = tabs.filter({ hasText: label });
      await tab.click();
      await expect(tab).toHaveAttribute("aria-current", "page");
      await expect(page.getByRole("heading", { level: 1, name: "Alarm Assistant" })).toBeVisible();
    }
  });

  test("why one may not use a tool, and whom to ask", async ({ page }) => {
    await page.goto("/catalog/salary-bands");
    const glance = page.getByRole("complementary", { name: "At a glance" });
    await expect(glance).toContainText("only the Pay and Benefits team may look them up");
    await expect(glance).toContainText("Ask Margarida Teles in #pay.");
    await expect(page.getByRole("link", { name: "Use in chat" })).toHaveCount(0);
    await page.goto("/catalog/salary-bands?tab=try");
    await expect(page.getByRole("button", { name: "Run", exact: true })).toHaveCount(0);
  });

  test("what needs a model says so, and gives its prompt", async ({ page }) => {
    await page.goto("/catalog/complaint-reply");
    await expect(page.getByText("Needs a model").first()).toBeVisible();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy the prompt" }).first().click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.length).toBeGreaterThan(100);
  });

  test("a deprecated tool names its successor", async ({ page }) => {
    await page.goto("/catalog/ticket-lookup");
    await expect(page.getByText("Deprecated").first()).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Ticket Desk" }).first().click();
    await expect(page).toHaveURL("/catalog/ticket-desk");
  });
});

test.describe("trying it by form", () => {
  const run = (page: Page) => page.getByRole("button", { name: "Run", exact: true });
  const result = (page: Page) => page.getByRole("region", { name: "Result", exact: true });

  async function openForm(page: Page, slug: string, operation?: string): Promise<void> {
    await page.goto(`/catalog/${slug}?tab=try`);
    if (operation)
      await page.getByRole("combobox", { name: "What to run" }).selectOption({ label: operation });
  }

  test("an operation of an API answers with fields, time and request id", async ({ page }) => {
    await openForm(page, "ticket-desk", "Show a ticket");
    await page.getByRole("textbox", { name: "Ticket id" }).fill("T-4712");
    await run(page).click();
    await expect(result(page)).toContainText("Succeeded");
    await expect(result(page)).toContainText("Number still with the old company");
    await expect(result(page)).toContainText(/took \d+/);
    await expect(result(page).getByRole("button", { name: "Copy request id" })).toBeVisible();
    await result(page).getByRole("tab", { name: "JSON" }).click();
    await expect(result(page)).toContainText("T-4712");
  });

  test("a tool of an MCP server answers", async ({ page }) => {
    await openForm(page, "network-inventory", "Who is on call");
    await page.getByRole("textbox", { name: "Site" }).fill("BRG-07");
    await run(page).click();
    await expect(result(page)).toContainText("Succeeded");
    await expect(result(page)).toContainText("Bronwen Pugh");
  });

  test("documents answer word for word, and the citation opens the passage in its document", async ({
    page,
  }) => {
    await openForm(page, "handbook-answers");
    await page.getByRole("textbox", { name: "Question" }).fill("How many days of leave may I carry over?");
    await run(page).click();
    const passage = result(page).getByRole("figure").first();
    await expect(passage).toContainText("exact words");
    const words = (await passage.locator("mark").first().textContent()) ?? "";
    await passage.getByRole("link").click();
    await expect(page).toHaveURL(/\/sources\/[\w-]+\/[\w-]+\?passage=/);
    await expect(page.locator("#passage")).toContainText(words);
  });

  test("a fixed sequence runs its steps and drafts, but does not send, what changes something", async ({
    page,
  }) => {
    await openForm(page, "alarm-assistant");
    await page.getByRole("combobox", { name: "Code" }).selectOption("LOS-4417");
    await page.getByRole("textbox", { name: "Site" }).fill("BRG-07");
    await run(page).click();
    await expect(result(page)).toContainText("Succeeded");
    await expect(result(page)).toContainText("Bronwen Pugh");
  });

  test("a write shows first exactly what will be sent", async ({ page }) => {
    const text = `Called back on ${new Date().toISOString()}.`;
    await openForm(page, "ticket-desk", "Comment on a ticket");
    await page.getByRole("textbox", { name: "Text" }).fill(text);
    await page.getByRole("textbox", { name: "Ticket id" }).fill("T-4712");
    await run(page).click();
    const question = page.getByRole("alertdialog", { name: "Run “Comment on a ticket”?" });
    await expect(question).toContainText(text);
    await expect(question).toContainText("T-4712");
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(question).toHaveCount(0);
    await expect(result(page)).toHaveCount(0);

    await run(page).click();
    await question.getByRole("button", { name: "Run" }).click();
    await expect(result(page)).toContainText("Succeeded");
    await openForm(page, "ticket-desk", "Read the comments on a ticket");
    await page.getByRole("textbox", { name: "Ticket id" }).fill("T-4712");
    await run(page).click();
    await expect(result(page).getByText(text)).toHaveCount(1);
  });

  test("a missing value is named before anything is called", async ({ page }) => {
    await openForm(page, "ticket-desk", "Show a ticket");
    await run(page).click();
    const field = page.getByRole("textbox", { name: "Ticket id" });
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(result(page)).toHaveCount(0);
  });

  test("what the service refuses is explained with what to do", async ({ page, problems }) => {
    problems.allow(/Failed to load resource/);
    await openForm(page, "ticket-desk", "Show a ticket");
    await page.getByRole("textbox", { name: "Ticket id" }).fill("T-999999");
    await run(page).click();
    await expect(result(page)).toContainText(/Failed|not found|no ticket/i);
  });
});
