import type { Locator, Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll, look, themes, widths } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures.ts";

const card = (page: Page, tool: string): Locator =>
  page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3, name: tool, exact: true }) });
const star = (place: Page | Locator, tool: string) =>
  place.getByRole("button", { name: `Favourite: ${tool}`, exact: true });
const box = (place: Page | Locator, tool: string) =>
  place.getByRole("checkbox", { name: `Compare ${tool}`, exact: true });

test.describe("favourites", () => {
  test.use({ who: "sales" });

  test("a star keeps a tool on Home and can be undone; the card stays one link", async ({ page }) => {
    await page.goto("/catalog?q=leave");
    const leave = star(card(page, "Leave Check"), "Leave Check");
    await leave.focus();
    await expect(leave).toHaveAttribute("aria-pressed", "false");
    const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/favourites/leave-check"));
    await page.keyboard.press("Enter");
    await expect(leave).toHaveAttribute("aria-pressed", "true");
    expect((await kept).status()).toBe(200);
    await expect(page).toHaveURL(/\/catalog\?q=leave/);

    await page.goto("/");
    const favourites = page.getByRole("region", { name: "Favourites" });
    await expect(favourites.getByRole("link", { name: "Leave Check" })).toBeVisible();

    await page.goto("/collections");
    await star(card(page, "Leave Check"), "Leave Check").click();
    await expect(card(page, "Leave Check")).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(card(page, "Leave Check")).toBeVisible();

    await page.goto("/catalog/leave-check");
    const onPage = page.getByRole("button", { name: "Favourite", exact: true });
    await expect(onPage).toHaveAttribute("aria-pressed", "true");
    const dropped = page.waitForResponse((answer) => answer.request().method() === "DELETE");
    await onPage.click();
    await dropped;
    await page.reload();
    await expect(onPage).toHaveAttribute("aria-pressed", "false");
  });
});

test.describe("comparing", () => {
  test.use({ who: "employee" });

  test("two from the catalog stand side by side; a third comes in, one goes out", async ({ page }) => {
    await page.goto("/catalog?q=alarm");
    await box(card(page, "Alarm Assistant"), "Alarm Assistant").check();
    const bar = page.getByRole("region", { name: "Tools to compare" });
    await expect(bar).toContainText("Choose one more");
    // What is picked stays while somebody searches on.
    await page.getByRole("searchbox", { name: "Search tools" }).fill("ticket");
    // The address follows the typing after a pause, and takes back a link that was followed before that.
    await expect(page).toHaveURL(/q=ticket/);
    await box(card(page, "Ticket Desk"), "Ticket Desk").check();
    await bar.getByRole("link", { name: "Compare" }).click();
    await expect(page).toHaveURL("/catalog/compare?tools=alarm-assistant,ticket-desk");
    const table = page.getByRole("table");
    await expect(table.getByRole("row", { name: /^Succeeded, 28 days .* of .* calls/ })).toBeVisible();
    await expect(table.getByRole("row", { name: /^Lifecycle/ })).toBeVisible();
    await page.getByRole("link", { name: "Differences only" }).click();
    await expect(table.getByRole("row", { name: /^Lifecycle/ })).toHaveCount(0);
    await expect(table.getByRole("row", { name: /^Kind/ })).toBeVisible();

    await page.getByRole("combobox", { name: "Add a tool" }).fill("runbook");
    await page.getByRole("option", { name: /Runbook Finder/ }).click();
    await expect(table.getByRole("columnheader", { name: /Runbook Finder/ })).toBeVisible();
    await page.getByRole("button", { name: "Replace Alarm Assistant" }).click();
    await page.getByRole("combobox", { name: "Replace Alarm Assistant with" }).fill("planned");
    await page.getByRole("option", { name: /Planned Works/ }).click();
    await expect(table.getByRole("columnheader", { name: /Planned Works/ })).toBeVisible();
    await page.getByRole("link", { name: "Remove Runbook Finder" }).click();
    await expect(page).toHaveURL("/catalog/compare?tools=planned-works,ticket-desk&show=differences");
  });

  test("a fifth tool is refused, and a tool that is not there is named", async ({ page }) => {
    await page.goto("/catalog");
    const boxes = page.getByRole("checkbox", { name: /^Compare / });
    for (const at of [0, 1, 2, 3]) await boxes.nth(at).check();
    await boxes.nth(4).click();
    await expect(page.getByText("Four tools are the most that can be compared")).toBeVisible();
    await expect(boxes.nth(4)).not.toBeChecked();
    await page.goto("/catalog/compare?tools=ticket-desk,no-such-tool");
    await expect(page.getByText("“no-such-tool” is not a tool that you may find")).toBeVisible();
    await expect(page.getByRole("columnheader", { name: /Ticket Desk/ })).toBeVisible();
  });
});

test.describe("collections", () => {
  test.use({ who: "domain-lead" });

  test("the lead makes one, orders it, and an employee reads it", async ({ page, openAs }) => {
    const title = `First week ${Date.now()}`;
    await page.goto("/domains/customer-service");
    await page.getByRole("link", { name: "New collection" }).click();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("What it is for").fill("What a new adviser needs.");
    for (const tool of ["Ticket Desk", "Adviser Guide"]) {
      await page.getByRole("combobox", { name: "Add a tool" }).fill(tool);
      await page.getByRole("option", { name: new RegExp(tool) }).click();
    }
    await page.getByLabel("Note about Adviser Guide").fill("Read it first.");
    await page.getByRole("button", { name: "Move Adviser Guide up" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const address = page.url();

    const employee = await openAs("employee");
    await employee.goto("/domains/customer-service");
    await employee
      .getByRole("region", { name: "Collections" })
      .getByRole("link", { name: new RegExp(title) })
      .click();
    await expect(employee).toHaveURL(address);
    await expect(employee.getByRole("heading", { level: 3 })).toHaveText(["Adviser Guide", "Ticket Desk"]);
    await expect(card(employee, "Adviser Guide")).toContainText("Read it first.");
    await expect(employee.getByRole("link", { name: "Edit" })).toHaveCount(0);
    await employee.goto(`${address}/edit`);
    await expect(
      employee.getByRole("heading", { level: 1, name: "You may not change this collection" }),
    ).toBeVisible();

    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(page).toHaveURL("/collections");
    await expect(page.getByRole("link", { name: new RegExp(title) })).toHaveCount(0);
  });

  test("a collection without a title is not saved, and the field says why", async ({ page }) => {
    await page.goto("/collections/new");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(
      page
        .getByRole("alert")
        .or(page.getByText(/at least 3 characters/))
        .first(),
    ).toBeVisible();
    await expect(page).toHaveURL("/collections/new");
  });
});

test.describe("saved searches", () => {
  test.use({ who: "auditor" });

  test("a search is saved, found in menu and palette, renamed and deleted", async ({ page }) => {
    const name = `Tickets ${Date.now()}`;
    const menu = page.getByRole("button", { name: "Saved searches" });
    await page.goto("/catalog");
    await menu.click();
    await expect(page.getByRole("menuitem", { name: "Save this search" })).toBeDisabled();
    await page.keyboard.press("Escape");
    await page.goto("/catalog?q=ticket&domain=customer-service");
    await menu.click();
    await page.getByRole("menuitem", { name: "Save this search" }).click();
    await page.getByLabel("Name").fill(name);
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(`Saved as “${name}”`)).toBeVisible();

    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "Search Weft" }).fill(name);
    await page.getByRole("option", { name: new RegExp(name) }).click();
    await expect(page).toHaveURL("/catalog?q=ticket&domain=customer-service");

    await menu.click();
    await page.getByRole("menuitem", { name: "Rename or delete" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: `Rename ${name}` }).click();
    await dialog.getByRole("textbox").fill(`${name} b`);
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("button", { name: `Delete ${name} b` }).click();
    await expect(dialog.getByRole("button", { name: `Delete ${name} b` })).toHaveCount(0);
  });
});

test.describe("teams and people", () => {
  test.use({ who: "employee" });

  test("a tool leads to its team, the team to its people, a person to what they answer for", async ({
    page,
  }) => {
    await page.goto("/catalog/ticket-desk");
    await page.getByRole("link", { name: "Owned by Service Quality" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Service Quality" })).toBeVisible();
    await expect(card(page, "Ticket Desk")).toBeVisible();
    await page.getByRole("link", { name: "Ruth Calloway" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Ruth Calloway" })).toBeVisible();
    await expect(page.getByRole("link", { name: "ruth.calloway@northmere.example" })).toBeVisible();
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "Search Weft" }).fill("Hugo Lancaster");
    await page.getByRole("option", { name: /Hugo Lancaster/ }).click();
    const tools = page.getByRole("region", { name: "Answers for" });
    await expect(tools.getByRole("link", { name: "Ticket Desk" })).toBeVisible();
    expect((await page.request.get("/people/nobody")).status()).toBe(404);
  });
});

for (const [path, who] of [
  ["/collections", "employee"],
  ["/collections/a-customers-line-is-dead", "employee"],
  ["/collections/new", "domain-lead"],
  ["/collections/a-customers-line-is-dead/edit", "domain-lead"],
  ["/catalog/compare", "employee"],
  ["/catalog/compare?tools=ticket-desk,alarm-assistant,planned-works,salary-bands", "employee"],
  ["/teams/operations-centre", "employee"],
] as const) {
  test.describe(() => {
    test.use({ who });

    test(`${path} as ${who}, in both themes and widths`, async ({ page }) => {
      test.slow();
      for (const width of widths) {
        for (const theme of themes) {
          await look(page, theme, width);
          expect((await page.goto(path))?.status()).toBe(200);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
        }
      }
    });
  });
}
