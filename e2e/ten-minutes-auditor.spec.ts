import { readFile } from "node:fs/promises";
import { ask, card, newChat, settled } from "./fixtures/chat.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "auditor" });

// The first ten minutes of an auditor, in one sitting.
test("the night of refusals, the rule of the Friday, an export, and the ticket of a moment ago", async ({
  page,
  openAs,
}) => {
  test.setTimeout(120_000);
  const rows = page
    .getByRole("table", { name: "Audit trail" })
    .getByRole("row")
    .filter({ has: page.getByRole("link") });
  const panel = page.getByRole("dialog");

  await test.step("home names what is unusual, and leads to it", async () => {
    await page.goto("/");
    await page
      .getByRole("region", { name: "Unusual" })
      .getByRole("link", { name: /Marcus Thorne was refused Salary Bands 14 times/ })
      .click();
    await expect(page.getByText(/^14 events/)).toBeVisible();
  });

  await test.step("one refusal in its context, with the rule that decided it", async () => {
    await rows.first().getByRole("link").click();
    await expect(panel.getByRole("heading", { level: 2 })).toHaveText(/^Marcus Thorne was refused/);
    await panel.getByRole("link", { name: "Salary bands are for Pay and Benefits" }).click();
    await expect(page).toHaveURL(/\/admin\/policies/);
    await expect(page.getByText(/Pay and Benefits/).first()).toBeVisible();
  });

  await test.step("the night stands out in the histogram of the refusals", async () => {
    await page.goto("/admin/audit?span=30d&outcome=refused&source=sample");
    await page.getByText("Show table").click();
    const counts = await page
      .getByRole("group")
      .getByRole("table")
      .getByRole("row")
      .evaluateAll((all) =>
        all.map((row) => Math.max(0, ...(row.textContent?.match(/\d+$/g) ?? ["0"]).map(Number))),
      );
    const [most = 0, next = 0] = counts.toSorted((left, right) => right - left);
    expect(most).toBeGreaterThanOrEqual(2 * next);
  });

  await test.step("the rule of the Friday, with its reason, and of the Monday", async () => {
    await page.goto("/admin/audit?span=all&type=rule.changed&source=sample");
    await expect(rows).toHaveCount(2);
    await rows.last().getByRole("link").click();
    await expect(panel.getByRole("heading", { name: "Before and after" })).toBeVisible();
    await expect(panel.getByText(/Reason/).first()).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("what is filtered is exported", async () => {
    await page.goto("/admin/audit?span=all&type=rule.changed&source=sample");
    await expect(rows).toHaveCount(2);
    await page.getByRole("button", { name: "Export" }).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export NDJSON" }).click();
    const lines = (await readFile(await (await downloading).path(), "utf8")).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).event.type)).toEqual(["rule.changed", "rule.changed"]);
  });

  await test.step("the ticket of a moment ago is at the top, and no sample", async () => {
    const employee = await openAs("employee");
    await newChat(employee);
    await ask(employee, "what does LOS-4417 on BRG-07 mean and who is on call");
    await card(employee).getByRole("button", { name: "Run", exact: true }).click();
    await expect(card(employee)).toHaveCount(0);
    await settled(employee);
    await page.goto("/admin/audit?span=24h&source=live&type=approval.granted");
    await expect(rows.first()).toContainText("Amelia Hart");
    await expect(rows.first()).toContainText("Ticket Desk");
    await expect(rows.first()).not.toContainText("Sample");
  });
});
