import { expect, test } from "./fixtures.ts";

test.use({ who: "owner" });

// The first ten minutes of a product owner, in one sitting.
test("a failing tool is understood, its words are mended and published, and the trail has both", async ({
  page,
  openAs,
}) => {
  test.setTimeout(120_000);
  const advice = `While the ticket service is down: ask Network Inventory who is on call. ${Date.now()}`;

  await test.step("the desk says that one tool fails and one question waits", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: "My work" }).first().click();
    const needs = page.getByRole("region", { name: "Needs you" });
    await expect(needs).toContainText(
      /Alarm Assistant: [\d.]+\s% of [\d,]+ calls succeeded, less than promised/,
    );
    await expect(needs).toContainText("A question about Runbook Finder waits for your answer.");
    await needs.getByRole("link", { name: "See what failed" }).click();
  });

  await test.step("the outage explains it", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "Alarm Assistant" })).toBeVisible();
    await expect(page.getByRole("region", { name: "What failed" })).toContainText(
      "takes no more connections",
    );
    const incidents = page.getByRole("region", { name: "Incidents" });
    await expect(incidents).toContainText("No answers while the ticket service was down");
    await page.getByRole("link", { name: /^(Edit the page|Continue the draft)$/ }).click();
  });

  const version = await test.step("Not for is changed, seen in the preview, and published", async () => {
    const field = page.getByLabel("Not for");
    await field.fill(`${await field.inputValue()}\n${advice}`);
    await expect(page.getByRole("tabpanel", { name: "Preview" })).toContainText(advice);
    await page.getByRole("tab", { name: "Changes (1)" }).click();
    await expect(page.getByRole("insertion").last()).toHaveText(advice);
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish Alarm Assistant" });
    await dialog.getByLabel("Release notes").fill("Says what to do while the ticket service is down.");
    const publish = dialog.getByRole("button", { name: /^Publish 1\.4\.\d+$/ });
    const shown = ((await publish.textContent()) ?? "").replace("Publish ", "");
    await publish.click();
    await expect(page).toHaveURL(/\/owner\/alarm-assistant$/);
    await page.getByRole("button", { name: "See the version" }).or(page.getByText("See the version")).click();
    return shown;
  });

  await test.step("everybody sees the new version", async () => {
    await expect(page).toHaveURL(/\/catalog\/alarm-assistant/);
    await expect(page.getByText(version).first()).toBeVisible();
    await expect(page.getByText("Says what to do while the ticket service is down.").first()).toBeVisible();
    const employee = await openAs("employee");
    await employee.goto("/catalog/alarm-assistant");
    await expect(employee.getByText(advice)).toBeVisible();
  });

  await test.step("the trail has the change, before and after", async () => {
    const auditor = await openAs("auditor");
    await auditor.goto("/admin/audit?type=tool.published&source=live");
    const row = auditor.getByRole("row").filter({ hasText: "Alarm Assistant" }).first();
    await expect(row).toContainText("Tiago Moreira");
    await expect(row).not.toContainText("Sample");
    await row.getByRole("link").click();
    const panel = auditor.getByRole("dialog");
    await expect(panel.getByRole("heading", { name: "Before and after" })).toBeVisible();
    await expect(panel).toContainText(advice);
  });
});
