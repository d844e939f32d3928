import type { Page } from "@playwright/test";
import { personOf } from "./fixtures/people.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

const tool = "/catalog/runbook-finder";
const ratings = "/api/tools/runbook-finder/ratings";
const yours = (page: Page) => page.getByRole("region", { name: "Your rating" });
const list = (page: Page) => page.getByRole("region", { name: "Ratings and reviews" });
const mine = (page: Page) => list(page).getByRole("listitem").filter({ hasText: "(you)" });

test("an employee uses a tool, rates it, changes the rating, and the owner replies in place", async ({
  page,
  openAs,
}) => {
  test.setTimeout(90_000);
  const mark = Date.now();
  // A run before this one may have left a rating.
  const origin = process.env.WEFT_E2E_URL ?? "";
  await page.request.delete(`${ratings}/mine`, { headers: { origin } });

  await test.step("use by Try it leads to the rating", async () => {
    await page.goto(`${tool}?tab=try`);
    await page.getByRole("textbox").first().fill("What does alarm BAT-2207 mean?");
    await page.getByRole("button", { name: "Run", exact: true }).click();
    const result = page.getByRole("region", { name: "Result", exact: true });
    await expect(result).toContainText("Succeeded");
    await result.getByRole("link", { name: "Rate this tool" }).click();
    await expect(page).toHaveURL(/tab=reviews/);
  });

  await test.step("others' ratings wait until one has rated", async () => {
    await expect(page.getByText("Say what you think before you see what others think.")).toBeVisible();
    await expect(list(page)).toHaveCount(0);
  });

  await test.step("stars are chosen by keyboard; without any, the form says so", async () => {
    const form = yours(page);
    await form.getByRole("button", { name: "Rate", exact: true }).click();
    await expect(form).toContainText("Choose one to five stars.");
    await form.getByRole("radio", { name: "3 stars: Useful with care" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await expect(form.getByRole("radio", { name: "4 stars: Works well" })).toBeChecked();
    await form.getByLabel("What should others know?").fill(`Found it at once. ${mark}`);
    await form.getByRole("button", { name: "Rate", exact: true }).click();
    await expect(mine(page)).toContainText(`Found it at once. ${mark}`);
    await expect(mine(page).getByRole("img", { name: "4 of 5 stars" })).toBeVisible();
  });

  await test.step("a change takes the place of the first", async () => {
    await yours(page).getByRole("radio", { name: "5 stars: I rely on it" }).check();
    await yours(page).getByRole("button", { name: "Change my rating" }).click();
    await expect(mine(page).getByRole("img", { name: "5 of 5 stars" })).toBeVisible();
    await expect(mine(page)).toHaveCount(1);
    await expect(mine(page)).toContainText("changed");
  });

  await test.step("the owner replies, and the employee reads it", async () => {
    const owner = await openAs("owner");
    await owner.goto(`${tool}?tab=reviews`);
    const rating = list(owner)
      .getByRole("listitem")
      .filter({ hasText: String(mark) });
    await expect(rating).toContainText(personOf("employee").name);
    await rating.getByRole("button", { name: "Reply" }).click();
    await rating.getByLabel(`Your reply to ${personOf("employee").name}`).fill(`Glad to hear it. ${mark}`);
    await rating.getByRole("button", { name: "Send the reply" }).click();
    await expect(rating).toContainText(`Reply by ${personOf("owner").name}`);
    await page.reload();
    await expect(mine(page)).toContainText(`Glad to hear it. ${mark}`);
  });

  await test.step("withdrawn, it is gone from the page", async () => {
    await yours(page).getByRole("button", { name: "Withdraw" }).click();
    const dialog = page.getByRole("alertdialog", { name: "Withdraw your rating?" });
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await expect(yours(page)).toContainText("You withdrew your rating.");
    await page.getByRole("link", { name: "Skip", exact: true }).click();
    await expect(list(page)).toBeVisible();
    await expect(list(page)).not.toContainText(String(mark));
  });
});

test.describe("somebody who never used the tool", () => {
  test.use({ who: "sales" });

  test("is told why there is no form, and led to Try it", async ({ page }) => {
    await page.goto("/catalog/network-inventory?tab=reviews");
    await expect(yours(page)).toContainText("You can rate this after you have used it.");
    await expect(yours(page).getByRole("radio")).toHaveCount(0);
    await yours(page).getByRole("link", { name: "Try it" }).click();
    await expect(page).toHaveURL(/tab=try/);
  });

  test("reads what others think, by stars and in another order", async ({ page }) => {
    await page.goto("/catalog/ticket-desk?tab=reviews");
    const summary = page.getByRole("region", { name: "What people think" });
    await expect(summary).toContainText(/\d(?:\.\d)? of 5/);
    await expect(summary).toContainText("by the owning team or who leads it");
    await expect(summary).toContainText("that one team counts with");
    await page.getByRole("link", { name: /^2 of 5 stars/ }).click();
    await expect(page).toHaveURL(/stars=2/);
    await expect(list(page).getByRole("img", { name: "5 of 5 stars" })).toHaveCount(0);
    await expect(list(page)).toContainText("Reply by Hugo Lancaster");
    await page.getByRole("link", { name: /^Remove/ }).click();
    await expect(page).not.toHaveURL(/stars=2/);
    await page.getByRole("link", { name: "Lowest" }).click();
    await expect(list(page).getByRole("img").first()).toHaveAccessibleName(/^2 of 5/);
    const more = page.getByRole("button", { name: "Show more" });
    await more.click();
    await expect(more).toHaveCount(0);
    await expect(list(page)).toContainText("Comments are here since 2.3");
  });
});
