import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ who: "auditor" });

const query = (page: Page) => page.getByRole("combobox", { name: "Search the trail" });
const rows = (page: Page) =>
  page
    .getByRole("table", { name: "Audit trail" })
    .getByRole("row")
    .filter({ has: page.getByRole("link") });
const panel = (page: Page) => page.getByRole("dialog");
const count = (page: Page) => page.getByText(/^[\d,]+ events?(?:, \d filters?)?$/);

test("the night of refusals is found by typing, and one of them stands in its context", async ({ page }) => {
  await page.goto("/admin/audit?span=90d");
  await query(page).click();
  await page.getByRole("option", { name: /^outcome:/ }).click();
  await page.getByRole("option", { name: "Refused" }).click();
  await expect(page).toHaveURL(/outcome=refused/);
  await query(page).fill("person:thorne");
  await expect(page.getByRole("option", { name: "Marcus Thorne" })).toBeVisible();
  await query(page).press("Enter");
  await expect(count(page)).toHaveText(/2 filters$/);
  await expect(page.getByText("Person: Marcus Thorne")).toBeVisible();
  await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(14);

  await rows(page).first().getByRole("link").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(/^Marcus Thorne was refused/);
  await expect(
    panel(page).getByRole("link", { name: "Salary bands are for Pay and Benefits" }),
  ).toBeVisible();
  await panel(page).getByRole("button", { name: "Verify" }).click();
  await expect(panel(page).getByText(/Your browser computed the same hash/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(rows(page).nth(2).getByRole("link")).toBeFocused();
});

test("the rule that was changed on a Friday was changed back on the Monday", async ({ page }) => {
  await page.goto("/admin/audit?span=all&type=rule.changed&source=sample");
  await expect(rows(page)).toHaveCount(2);
  await rows(page).last().getByRole("link").click();
  await expect(panel(page).getByRole("heading", { name: "Before and after" })).toBeVisible();
  await expect(panel(page).getByText("Consumer Sales").first()).toBeVisible();
  const friday = page.url();
  await panel(page)
    .getByRole("button", { name: /Changed a rule/ })
    .click();
  await expect(page).not.toHaveURL(friday);
  await expect(panel(page).getByText("Nothing has come after.")).toBeVisible();
});

test("an event has an address of its own, and a copy as it was written", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/admin/audit?span=90d&outcome=refused");
  await rows(page).first().getByRole("link").click();
  await expect(panel(page)).toBeVisible();
  const id = new URL(page.url()).searchParams.get("event");
  await page.goto(`/admin/audit/${id}`);
  await expect(panel(page).getByText(String(id))).toBeVisible();
  await panel(page).getByRole("button", { name: "Copy as JSON" }).click();
  await expect(panel(page).getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1);
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toMatchObject({
    id,
    outcome: "refused",
  });
});

test("what is filtered is exported, line by line, and the export is in the trail", async ({ page }) => {
  await page.goto("/admin/audit?span=90d&outcome=refused&source=sample");
  const total = Number.parseInt((await count(page).textContent())?.replace(",", "") ?? "", 10);
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export NDJSON" }).click();
  const lines = (await readFile(await (await downloading).path(), "utf8")).trimEnd().split("\n");
  expect(lines).toHaveLength(total);
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ event: { outcome: "refused", source: "sample" } });
  await page.goto("/admin/audit?span=24h&reads=shown&type=audit.exported");
  await rows(page).first().getByRole("link").click();
  await expect(
    panel(page)
      .getByText(/outcome/)
      .first(),
  ).toBeVisible();
});

test("a range of time is chosen by key in the histogram, and let go of again", async ({ page }) => {
  await page.goto("/admin/audit?span=90d");
  const before = await count(page).textContent();
  await page.getByRole("slider", { name: "Start of the range" }).focus();
  await page.keyboard.press("PageUp");
  await expect(page).toHaveURL(/from=/);
  await expect(count(page)).not.toHaveText(String(before));
  await page.getByRole("button", { name: "Show the whole range" }).click();
  await expect(page).not.toHaveURL(/from=/);
});

test("more is shown on demand, and nothing twice", async ({ page }) => {
  await page.goto("/admin/audit?span=90d&source=sample");
  await expect(rows(page)).toHaveCount(60);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(rows(page)).toHaveCount(120);
  const links = await rows(page)
    .getByRole("link")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(new Set(links).size).toBe(links.length);
});

test("a query that fits nothing says so, and the trail is not for everybody", async ({
  page,
  openAs,
  problems,
}) => {
  await page.goto("/admin/audit");
  await query(page).fill("outcome:perhaps");
  await query(page).press("Enter");
  await expect(page.getByText(/“outcome:perhaps” fits no single choice/)).toBeVisible();
  await page.goto("/admin/audit?words=zzqqxx");
  await expect(page.getByText(/No event fits/)).toBeVisible();
  problems.allow(/404/);
  const employee = await openAs("employee");
  await employee.goto("/admin/audit");
  await expect(employee.getByRole("heading", { name: "This page does not exist" })).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("filters stand in a sheet and rows have two lines", async ({ page }) => {
    await page.goto("/admin/audit?span=90d");
    await page.getByRole("button", { name: "Filters" }).click();
    await panel(page).getByLabel("Outcome").selectOption("failed");
    await panel(page).getByRole("button", { name: "Show events" }).click();
    await expect(page).toHaveURL(/outcome=failed/);
    await expect(page.getByText("Outcome: Failed")).toBeVisible();
    const box = await rows(page).first().boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeLessThanOrEqual(390);
  });
});
