import type { Page } from "@playwright/test";
import { expectGoodLooks } from "./fixtures/looks.ts";
import { personOf } from "./fixtures/people.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

const level = (page: Page) => page.getByRole("region", { name: "Service level" });
const timeline = (page: Page) => page.getByRole("list", { name: "What happened" });

test.describe("the service level", () => {
  test("says what was promised, what was measured, and what is left of the budget", async ({ page }) => {
    await page.goto("/catalog/ticket-desk");
    await page.getByRole("link", { name: "Service level in full" }).click();
    await expect(page).toHaveURL(/#service-level$/);
    await expect(level(page)).toContainText(/[\d,]+ of [\d,]+ calls in 28 days; promised 99\s%/);
    await expect(level(page)).toContainText("Sample");
    await expect(level(page)).toContainText(
      /Over-spent: [\d,]+ calls failed where [\d,]+ may, [\d,]+ too many/,
    );
    await expect(level(page)).toContainText(/asked every 60 minutes, answered [\d,]+ of [\d,]+ times/);
    await expect(page.getByRole("complementary").getByText("No model cost")).toBeVisible();
  });

  test("shows an outage on its day, by keyboard and in the table, with its note below", async ({ page }) => {
    await page.goto("/catalog/ticket-desk");
    const days = level(page).getByRole("slider", { name: "Day by day" });
    await days.focus();
    await expect(async () => {
      await page.keyboard.press("ArrowLeft");
      await expect(days).toHaveAttribute("aria-valuetext", /Ticket service down for 45 minutes/, {
        timeout: 200,
      });
    }).toPass({ timeout: 20_000, intervals: [10] });
    await expect(days).toHaveAttribute("aria-valuetext", /^\d+ \w+ \d{4}: More failed than promised\. /);
    await expect(level(page).getByText(/calls succeeded\. Incident: Ticket service down/)).toBeVisible();
    await level(page).getByText("Show table").click();
    const table = level(page).getByRole("table", { name: "Last 90 days" });
    await expect(table.getByRole("row")).toHaveCount(91);
    await expect(table.getByRole("row", { name: /Ticket service down/ })).toContainText(
      "More failed than promised",
    );
    const incidents = page.getByRole("region", { name: "Incidents" });
    await expect(incidents).toContainText(/Ticket service down for 45 minutes.*45\smin/);
    await expect(incidents).toContainText("The update was rolled back");
  });

  test("says of a tool that runs elsewhere that nothing is measured", async ({ page }) => {
    const { hits } = await (await page.request.get("/api/catalog?kind=link")).json();
    await page.goto(`/catalog/${hits[0].slug}`);
    await expect(level(page)).toContainText("runs elsewhere, so the portal measures nothing");
    await expect(level(page).getByRole("slider")).toHaveCount(0);
  });

  test("is in the JSON card and in the comparison", async ({ page }) => {
    const card = await (await page.request.get("/api/tools/ticket-desk")).json();
    expect(card.serviceLevel.measured.judgedCalls).toBeGreaterThan(100);
    expect(card.serviceLevel.errorBudget).toMatchObject({ isOverspent: true });
    expect(card.costPerUse).toEqual({ state: "no-model", tokens: null, price: null });
    await page.goto("/catalog/compare?tools=ticket-desk,alarm-assistant");
    await expect(page.getByRole("row", { name: /^Cost per use/ })).toContainText("No model cost");
  });

  test("looks right in both themes and widths", async ({ page }) => {
    await expectGoodLooks(page, async () => {
      await page.goto("/catalog/ticket-desk");
      await level(page).getByText("Show table").click();
      await expect(level(page).getByRole("table")).toBeVisible();
    });
  });
});

test.describe("the timeline of a tool", () => {
  test("is not for people who only use the tool", async ({ page }) => {
    await page.goto("/catalog/ticket-desk?tab=activity");
    await expect(page.getByRole("link", { name: "Overview" })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("link", { name: "Activity" })).toHaveCount(0);
    expect((await page.request.get("/api/tools/ticket-desk/activity")).status()).toBe(403);
    expect((await page.request.get("/api/tools/no-such-tool/activity")).status()).toBe(404);
    expect((await page.request.get("/api/tools/ticket-desk/activity?kind=nonsense")).status()).toBe(422);
  });

  test("an owner reads that of their own tool, without the names of those who called it", async ({
    openAs,
  }) => {
    const page = await openAs("owner");
    await page.goto("/catalog/alarm-assistant");
    await page.getByRole("link", { name: "Activity" }).click();
    await expect(timeline(page)).toContainText(`${personOf("owner").name} published version`);
    await page.getByRole("link", { name: "Calls", exact: true }).click();
    await expect(page).toHaveURL(/kind=calls/);
    await expect(timeline(page)).toContainText("Somebody called explainAlarm of Alarm Assistant.");
    const rows = timeline(page).getByRole("listitem");
    await expect(rows).toHaveCount(30);
    await page.getByRole("button", { name: "Show earlier" }).click();
    await expect(rows).toHaveCount(60);
    await expect(timeline(page).getByRole("link")).toHaveCount(0);
    expect((await page.request.get("/api/tools/price-list/activity")).status()).not.toBe(200);
    await expectGoodLooks(page, async () => {
      await page.goto("/catalog/alarm-assistant?tab=activity");
      await expect(timeline(page)).toBeVisible();
    });
  });

  test("an auditor opens an event from it where it stands in the trail", async ({ openAs }) => {
    const page = await openAs("auditor");
    await page.goto("/catalog/alarm-assistant?tab=activity&kind=changes");
    const row = timeline(page).getByRole("listitem").filter({ hasText: "published version 1.4.0" });
    await row.getByRole("link", { name: /^Open in the trail/ }).click();
    await expect(page).toHaveURL(/\/admin\/audit\?/);
    await expect(page.getByRole("dialog").getByRole("heading", { level: 2 })).toHaveText(
      /published version 1\.4\.0 of Alarm Assistant/,
    );
  });
});
