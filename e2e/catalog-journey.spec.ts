import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

// Nothing else rates this tool, so that what moves its rating is what happens here.
const tool = {
  name: "Travel and Expenses Guide",
  page: "/catalog/travel-guide",
  api: "/api/tools/travel-guide",
};
const other = "Expense Service";
const task = "what may a hotel cost on a business trip";

const results = (page: Page) => page.getByRole("region", { name: "Results" });
const card = (page: Page, name: string): Locator =>
  results(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3, name, exact: true }) });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search tools" });
const part = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Parts of this page" }).getByRole("link", { name, exact: true });

/** What the newest entry of the history says moved the rating. */
async function lastMove(page: Page): Promise<string> {
  await page.goto(`${tool.page}?tab=trust`);
  const history = page.getByRole("region", { name: "History" });
  await history.getByText("Show what moved it").click();
  const rows = history.getByRole("table").getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  return (await rows.nth(1).textContent()) ?? "";
}

/** The value of a component before and after, as an entry of the history says it. */
function moveOf(entry: string, component: string): { from: number; to: number } | null {
  const found = new RegExp(`${component} from (\\d+) to (\\d+)`).exec(entry);
  return found ? { from: Number(found[1]), to: Number(found[2]) } : null;
}

test("from a task to a tool, its evidence, its use, and a rating that moves its trust", async ({ page }) => {
  test.setTimeout(150_000);
  const origin = process.env.WEFT_E2E_URL ?? "";
  // A run before this one may have left a rating.
  await page.request.delete(`${tool.api}/ratings/mine`, { headers: { origin } });

  await test.step("the words of the task find the tool", async () => {
    await page.goto("/catalog");
    await search(page).fill(task);
    await expect(page.getByRole("status").filter({ hasText: `for “${task}”` })).toBeVisible();
    await expect(card(page, tool.name)).toBeVisible();
    await expect(card(page, other)).toBeVisible();
  });

  await test.step("why it ranks there stands on its card", async () => {
    await expect(card(page, tool.name)).toContainText(/Found .*“hotel”/);
  });

  await test.step("a typo finds it too, first, and says why", async () => {
    await search(page).fill("travl giude");
    await search(page).press("Enter");
    await expect(page.getByText("Showing results for “travel guide”")).toBeVisible();
    const first = results(page).getByRole("listitem").first();
    await expect(first.getByRole("heading", { level: 3 })).toHaveText(tool.name);
    await expect(first).toContainText("Found “travel” and “guide” in its name.");
  });

  await test.step("a facet narrows the catalog to it", async () => {
    await page.goto("/catalog");
    await page
      .getByRole("group", { name: "Domain" })
      .getByRole("checkbox", { name: /Finance/ })
      .check();
    await expect(page).toHaveURL(/domain=finance/);
    await expect(page.getByRole("status").filter({ hasText: /^1 to \d+ of \d+$/ })).toBeVisible();
    await expect(card(page, tool.name)).toBeVisible();
    await expect(card(page, "Ticket Desk")).toHaveCount(0);
  });

  await test.step("two are compared side by side", async () => {
    for (const name of [tool.name, other])
      await card(page, name)
        .getByRole("checkbox", { name: `Compare ${name}`, exact: true })
        .check();
    await page
      .getByRole("region", { name: "Tools to compare" })
      .getByRole("link", { name: "Compare" })
      .click();
    await expect(page).toHaveURL(/\/catalog\/compare\?tools=/);
    const table = page.getByRole("table");
    await expect(table.getByRole("columnheader", { name: new RegExp(tool.name) })).toBeVisible();
    await expect(table.getByRole("columnheader", { name: new RegExp(other) })).toBeVisible();
    await expect(table.getByRole("row", { name: /^Trust/ })).toBeVisible();
  });

  await test.step("the palette opens its page", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "Search Weft" }).fill("travel guide");
    await page
      .getByRole("option", { name: new RegExp(tool.name) })
      .first()
      .click();
    await expect(page).toHaveURL(tool.page);
    await expect(page.getByRole("heading", { level: 1, name: tool.name })).toBeVisible();
  });

  await test.step("its trust is read down to the calls and the reviews behind it", async () => {
    await part(page, "Trust").click();
    const made = page.getByRole("region", { name: "What the number is made of" });
    const component = (name: string) =>
      made.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name, exact: true }) });
    await expect(component("Reliability")).toContainText(/calls? by other teams succeeded in 28 days/);
    await expect(component("Compliance")).toContainText(/review/);
    await expect(component("People")).toContainText(/rating/i);
    await page.getByRole("link", { name: "Service level in full" }).click();
    await expect(page).toHaveURL(/#service-level$/);
    await expect(page.getByRole("region", { name: "Service level" })).toContainText(/calls/);
    await part(page, "Reviews").click();
    // Whoever used the tool before says first what they think, or skips it.
    const list = page.getByRole("region", { name: "Ratings and reviews" });
    const skip = page.getByRole("link", { name: "Skip", exact: true });
    await expect(list.or(skip)).toBeVisible();
    if (await skip.isVisible()) await skip.click();
    await expect(list.getByRole("listitem").first()).toBeVisible();
  });

  await test.step("an example runs", async () => {
    await page.goto(`${tool.page}?tab=try`);
    await page.getByRole("button", { name: "Fill in the example" }).click();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    const result = page.getByRole("region", { name: "Result", exact: true });
    await expect(result).toContainText("Succeeded");
    await expect(result.getByRole("figure").first()).toContainText("exact words");
    await result.getByRole("link", { name: "Rate this tool" }).click();
    await expect(page).toHaveURL(/tab=reviews/);
  });

  await test.step("it is rated after use", async () => {
    const yours = page.getByRole("region", { name: "Your rating" });
    await yours.getByRole("radio", { name: "1 star: Did not help" }).check();
    await yours.getByRole("button", { name: "Rate", exact: true }).click();
    await expect(yours.getByRole("button", { name: "Change my rating" })).toBeVisible();
  });

  await test.step("the rating is made anew, and its history says what moved it and by how much", async () => {
    await expect(async () => {
      const move = moveOf(await lastMove(page), "People");
      expect(move, "the newest entry speaks of people's ratings").not.toBeNull();
      expect(move?.to).toBeLessThan(move?.from ?? 0);
    }).toPass({ timeout: 45_000 });
    await page.goto("/catalog");
    await search(page).fill("travel guide");
    await expect(results(page).getByRole("heading", { level: 3 }).first()).toHaveText(tool.name);
  });

  await test.step("a better rating moves it up again", async () => {
    await page.goto(`${tool.page}?tab=reviews`);
    const yours = page.getByRole("region", { name: "Your rating" });
    await yours.getByRole("radio", { name: "4 stars: Works well" }).check();
    await yours.getByRole("button", { name: "Change my rating" }).click();
    await expect(async () => {
      const move = moveOf(await lastMove(page), "People");
      expect(move?.to).toBeGreaterThan(move?.from ?? 100);
    }).toPass({ timeout: 45_000 });
  });
});
