import type { APIRequestContext, Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "admin" });
// Both change the one set of settings; each puts back what it found.
test.describe.configure({ mode: "serial" });

type Settings = { confidence: number } & Record<string, unknown>;
type View = { id: string | null; settings: Settings };
const path = "/api/trust/settings";
const origin = () => process.env.WEFT_E2E_URL ?? "";

async function inForce(request: APIRequestContext): Promise<View> {
  return (await (await request.get(path)).json()) as View;
}

async function put(request: APIRequestContext, settings: Settings, reason: string): Promise<void> {
  const { id } = await inForce(request);
  const data = { settings, reason, basedOn: id };
  expect((await request.put(path, { data, headers: { origin: origin() } })).status()).toBe(200);
}

async function openSettings(page: Page): Promise<void> {
  await page.goto("/admin/trust");
  await expect(page.getByRole("heading", { level: 1, name: "Trust rating" })).toBeVisible();
}

const confidence = (page: Page) => page.getByLabel("Confidence of lower bounds (z)");
const change = (page: Page) => page.getByRole("region", { name: "What would change" });
const versions = (page: Page) => page.getByRole("region", { name: "Versions" });

let first: View | undefined;
test.beforeEach(async ({ page }) => {
  first ??= await inForce(page.request);
});
test.afterEach(async ({ page }) => {
  const now = await inForce(page.request);
  if (first && JSON.stringify(now.settings) !== JSON.stringify(first.settings)) {
    await put(page.request, first.settings, "A test put back what it found.");
  }
});

test("an administrator sees what a change would do, saves it, and restores the version before", async ({
  page,
}) => {
  test.setTimeout(90_000);
  const reason = `A hair more cautious ${Date.now()}`;
  const before = (first?.settings.confidence ?? 1.645).toString();

  await test.step("the weights add up while one types, and a wrong one is said beside the field", async () => {
    await openSettings(page);
    await expect(page.getByText("The six weights add up to 1.")).toBeVisible();
    const weight = page.getByLabel("Weight of people’s ratings");
    const kept = await weight.inputValue();
    await weight.fill("0.9");
    await expect(page.getByText("They must add up to 1.")).toBeVisible();
    await expect(page.getByText("The six weights must add up to 1.")).toBeVisible();
    await weight.fill("many");
    await expect(page.getByText("Not a number that fits. 0 to 1.")).toBeVisible();
    await expect(change(page).getByRole("button", { name: "See what would change" })).toBeDisabled();
    await weight.fill(kept);
    await expect(change(page)).toContainText("Change a setting above");
  });

  await test.step("the server says what would change before it can be saved", async () => {
    await confidence(page).fill("1.646");
    const save = change(page).getByRole("button", { name: "Save as a new version" });
    await expect(change(page)).toContainText("1 setting changed");
    await expect(save).toBeDisabled();
    await change(page).getByRole("button", { name: "See what would change" }).click();
    await expect(change(page)).toContainText("Computed in");
    await expect(save).toBeDisabled();
    await change(page).getByRole("textbox", { name: "Reason" }).fill(reason);
    await expectAccessible(page);
    await save.click();
    await expect(versions(page)).toContainText(reason);
  });

  await test.step("the history says who, why and what, and ratings follow", async () => {
    const row = versions(page).getByRole("listitem").filter({ hasText: reason });
    await expect(row).toContainText("In force");
    await expect(row).toContainText("Daniel Okafor");
    await row.getByText("1 difference to the version before").click();
    await expect(row).toContainText("Confidence of lower bounds (z)");
    await expect(row).toContainText("1.646");
    await expect(confidence(page)).toHaveValue("1.646");
    await expect(page.getByText(/^All \d+ tools are rated with them\.$/)).toBeVisible({ timeout: 30_000 });
  });

  await test.step("the version before is restored as a new one", async () => {
    const older = versions(page)
      .getByRole("listitem")
      .filter({ hasNotText: reason })
      .filter({ has: page.getByRole("button", { name: /^Restore this version/ }) })
      .first();
    await older.getByRole("button", { name: /^Restore this version/ }).click();
    const dialog = page.getByRole("alertdialog", { name: "Restore this version?" });
    await expect(dialog).toContainText("Confidence of lower bounds (z)");
    await dialog.getByRole("textbox", { name: "Reason" }).fill(`Back again ${reason}`);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(confidence(page)).toHaveValue(before);
    await expect(versions(page)).toContainText(`Back again ${reason}`);
  });

  await test.step("the trail has both", async () => {
    await page.getByRole("link", { name: "Changes in the audit trail" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Audit trail" })).toBeVisible();
    await expect(page.getByText("Changed how trust is rated").first()).toBeVisible();
  });
});

test("what somebody saved meanwhile is shown, and nothing that was typed is lost", async ({
  page,
  problems,
}) => {
  test.setTimeout(60_000);
  problems.allow(/409/);
  await openSettings(page);
  await page.getByLabel("Margin past an edge").fill("2.01");
  await change(page).getByRole("button", { name: "See what would change" }).click();
  await expect(change(page)).toContainText("Computed in");
  await change(page).getByRole("textbox", { name: "Reason" }).fill("A slightly wider margin.");
  const { settings } = await inForce(page.request);
  await put(page.request, { ...settings, confidence: 1.647 }, "Saved by somebody else meanwhile.");
  await change(page).getByRole("button", { name: "Save as a new version" }).click();
  const notice = page.getByRole("alert").filter({ hasText: "Somebody saved other settings meanwhile" });
  await expect(notice).toContainText("1.647");
  await expect(confidence(page)).toHaveValue("1.647");
  await expect(page.getByLabel("Margin past an edge")).toHaveValue("2.01");
  await expect(change(page).getByRole("textbox", { name: "Reason" })).toHaveValue("A slightly wider margin.");
  await expect(change(page)).toContainText("The settings have changed since");
  await expectAccessible(page);
});

test.describe("others", () => {
  test.use({ who: "auditor" });

  test("do not find the page", async ({ page, problems }) => {
    problems.allow(/404/);
    const answer = await page.goto("/admin/trust");
    expect(answer?.status()).toBe(404);
    expect((await page.request.get(`${path}/progress`)).status()).toBe(403);
  });
});
