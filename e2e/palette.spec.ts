import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

test("Ctrl+K finds a tool in spite of a typo and opens it, by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("ControlOrMeta+k");
  const field = page.getByRole("combobox", { name: "Search Weft" });
  await expect(field).toBeFocused();
  await page.keyboard.type("tiket");
  await expect(page.getByRole("option", { name: /Ticket Desk/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/catalog/ticket-desk");
  await expect(page.getByRole("heading", { level: 1, name: "Ticket Desk" })).toBeVisible();
});

test("the arrows move, Escape closes and gives the focus back", async ({ page }) => {
  await page.goto("/catalog");
  const search = page.getByRole("searchbox", { name: "Search tools" });
  await search.focus();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Search Weft" })).toBeFocused();
  await page.keyboard.type("ticket");
  const options = page.getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  // What comes in later has an order of its own.
  await expect(page.getByRole("listbox")).toHaveAttribute("aria-busy", "false");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(search).toBeFocused();
});

test("it finds conversations, people's pages, pages and commands", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("ControlOrMeta+k");
  const field = page.getByRole("combobox", { name: "Search Weft" });
  await field.fill("roaming");
  await expect(page.getByRole("group", { name: "Conversations" }).getByRole("option").first()).toBeVisible();
  await field.fill("dark theme");
  await page.getByRole("option", { name: "Use the dark theme" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("what one may not see is not found", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Search Weft" }).fill("policies");
  await expect(
    page.getByText("Nothing found for “policies”.").or(page.getByRole("option").first()),
  ).toBeVisible();
  await expect(page.getByRole("option", { name: "Policies", exact: true })).toHaveCount(0);
});
