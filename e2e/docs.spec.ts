import type { Page } from "@playwright/test";
import { expectAccessible, expectGoodLooks, expectNoSidewaysScroll, look } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

const desk = "/catalog/ticket-desk?tab=docs";
const pages = (page: Page) => page.getByRole("navigation", { name: "Pages of the docs" });
const title = (page: Page, name: string) => page.getByRole("heading", { level: 2, name, exact: true });
const helpful = (page: Page) => page.getByRole("region", { name: "Was this page helpful?" });

test.describe("reading docs", () => {
  test("pages lead on and back, links lead to sections, and code is copied", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(desk);
    await expect(title(page, "Ticket Desk")).toBeVisible();
    await expect(pages(page).getByRole("link", { name: "Ticket Desk" })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await page.getByRole("article").getByRole("link", { name: "Comments" }).click();
    await expect(title(page, "Open and change")).toBeVisible();
    await expect(page).toHaveURL(/page=open-and-change#comments$/);
    await page
      .getByRole("navigation", { name: "Previous and next page" })
      .getByRole("link", { name: /Next/ })
      .click();
    await expect(title(page, "When the ticket service is down")).toBeVisible();
    await pages(page).getByRole("link", { name: "Call it from a script" }).click();
    await expect(title(page, "Call it from a script")).toBeVisible();
    await page.getByRole("button", { name: "Copy", exact: true }).first().click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain("operations/listTickets/calls");
    await page.getByRole("heading", { name: "What comes back" }).hover();
    await page.getByRole("link", { name: "Copy the link to “What comes back”" }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain("page=call-it-from-a-script#what-comes-back");
  });

  test("remarks say what they are in words, and who verified stands under the title", async ({ page }) => {
    await page.goto(`${desk}&page=open-and-change`);
    await expect(page.getByRole("note").filter({ hasText: "Caution" })).toContainText(
      "cannot be brought back",
    );
    await expect(page.getByText(/Last verified by .+|Nobody has verified these docs/)).toBeVisible();
  });

  test("the reference is made from the operations", async ({ page }) => {
    await page.goto(desk);
    await pages(page).getByRole("link", { name: "Reference" }).click();
    await expect(title(page, "Reference")).toBeVisible();
    const operation = page.getByRole("region", { name: "Find tickets" });
    await expect(
      operation.getByRole("table", { name: "Inputs" }).getByText("site", { exact: true }),
    ).toBeVisible();
    await expect(operation).toContainText("one of P1, P2, P3, P4");
    await expect(operation).toContainText("Example input");
  });

  test("search finds sections while somebody types, by keyboard, and marks the words", async ({ page }) => {
    await page.goto(desk);
    await expect(title(page, "Ticket Desk")).toBeVisible();
    const field = page.getByRole("combobox", { name: "Search the docs" });
    await field.fill("withdr");
    const found = page.getByRole("option", { name: /Close and withdraw/ });
    await expect(found).toBeVisible();
    await expect(found.locator("mark").first()).toBeVisible();
    await field.fill("overdue");
    await expect(page.getByRole("option").first()).toContainText("Find tickets › Filters");
    await field.press("Enter");
    await expect(page).toHaveURL(/page=find-tickets.*find=overdue.*#filters$/);
    await expect(page.getByRole("article").locator("mark").first()).toBeVisible();
    await page.getByRole("link", { name: "Remove the marks" }).click();
    await expect(page.getByRole("article").locator("mark")).toHaveCount(0);
    await field.fill("zzqqxx");
    await expect(page.getByText("Nothing in these docs says “zzqqxx”.")).toBeVisible();
  });

  test("an older version is readable and says so; what is not there is told", async ({ page }) => {
    await page.goto(desk);
    await page.getByRole("combobox", { name: "Version" }).selectOption("2.2.0");
    await expect(page.getByText("You read the docs of 2.2.0; 2.3.0 is current.")).toBeVisible();
    await expect(page.getByText("New in this version")).toBeVisible();
    await page.getByRole("link", { name: "Read the docs of 2.3.0" }).click();
    await expect(page.getByText("There is no page “ticket-desk”")).toHaveCount(0);
    await expect(title(page, "Ticket Desk")).toBeVisible();
    await page.goto(`${desk}&page=no-such-page`);
    await expect(
      page.getByText("There is no page “no-such-page” in the docs of version 2.3.0."),
    ).toBeVisible();
    await page.getByRole("link", { name: "Go to the first page" }).click();
    await expect(title(page, "Ticket Desk")).toBeVisible();
    await page.goto(`${desk}&version=9.9.9`);
    await expect(page.getByText("There is no version 9.9.9 of this tool.")).toBeVisible();
    await expect(title(page, "Ticket Desk")).toBeVisible();
  });

  test("images come from the portal, whole and with words for those who cannot see them", async ({
    page,
  }) => {
    await page.goto("/catalog/alarm-assistant?tab=docs");
    const image = page.getByRole("img", { name: /^Four steps from left to right/ });
    await expect(image).toBeVisible();
    await expect
      .poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth))
      .toBeGreaterThan(100);
    const answer = await page.request.get((await image.getAttribute("src")) ?? "");
    expect(answer.headers()).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
    });
    expect(answer.headers()["cache-control"]).toContain("immutable");
  });

  test("a hit of the catalog leads to the section", async ({ page }) => {
    await page.goto("/catalog?q=withdrawing+removes+a+ticket+for+good");
    await page.getByRole("link", { name: /In its docs, “Open and change › Close and withdraw”/ }).click();
    await expect(page).toHaveURL(/page=open-and-change#close-and-withdraw$/);
    await expect(title(page, "Open and change")).toBeVisible();
  });
});

test("was this page helpful: said, explained, changed, and read by the owner", async ({ page, openAs }) => {
  const mark = `No word about generators. ${Date.now()}`;
  const address = "/catalog/alarm-assistant?tab=docs&page=the-steps";
  await page.goto(address);
  await helpful(page).getByRole("button", { name: "No" }).click();
  await helpful(page).getByLabel("What was missing or wrong?").fill(mark);
  await helpful(page).getByRole("button", { name: "Send" }).click();
  await expect(helpful(page).getByRole("button", { name: "Send" })).toBeDisabled();

  const owner = await openAs("owner");
  await owner.goto(address);
  const notes = owner.getByRole("region", { name: "For the people who write these docs" });
  await notes.getByText("What readers say").click();
  await expect(notes.getByText(mark)).toBeVisible();
  await notes.getByText(/needs? you$/).click();
  await expect(notes).toContainText("page:open-ticket-check");
  await expect(notes).toContainText("The steps, line");
  await expectAccessible(owner);

  await helpful(page).getByRole("button", { name: "Yes" }).click();
  await expect(helpful(page).getByLabel("What was missing or wrong?")).toHaveCount(0);
  await page.reload();
  await expect(helpful(page).getByRole("button", { name: "Yes" })).toHaveAttribute("aria-pressed", "true");
});

test("the owner drops an image into the docs, and is told what leads nowhere", async ({
  openAs,
  problems,
}) => {
  // What is no image is refused, and the preview asks for one that was removed.
  problems.allow(/422|404/);
  const owner = await openAs("owner");
  await owner.goto("/owner/network-inventory/edit");
  const field = owner.getByRole("textbox", { name: "Docs" });
  const before = await field.inputValue();
  await field.fill(`${before}\n\nSee [the rota](page:rota) and <script>alert(1)</script>.\n`);
  await expect(owner.getByText("1 link or image leads nowhere")).toBeVisible();
  const bytes = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const picker = owner.getByLabel("Add an image", { exact: true }).and(owner.locator("input"));
  await picker.setInputFiles({ name: "Rota (new).png", mimeType: "image/png", buffer: bytes });
  await expect(field).toHaveValue(/!\[What the image shows\]\(image:rota-new\.png\)/);
  await expect(owner.getByRole("region", { name: "Preview" })).toContainText("<script>alert(1)</script>");
  await picker.setInputFiles({
    name: "x.png",
    mimeType: "image/png",
    buffer: Buffer.from("<svg>".repeat(20)),
  });
  await expect(owner.getByText("This is no PNG, JPEG, WebP or GIF.")).toBeVisible();
  await expectAccessible(owner);
  await owner.getByText("1 image", { exact: true }).click();
  await owner.getByRole("button", { name: "Remove", exact: true }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(owner.getByText("2 links and images lead nowhere")).toBeVisible();
  await owner.getByRole("button", { name: "Discard" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
  await expect(owner).toHaveURL("/owner/network-inventory");
});

test("docs are easy to read in both themes and on a phone", async ({ page }) => {
  test.slow();
  for (const address of [
    desk,
    `${desk}&page=open-and-change`,
    `${desk}&page=reference`,
    "/catalog/alarm-assistant?tab=docs&page=the-steps",
  ]) {
    await expectGoodLooks(page, async () => {
      await page.goto(address);
      await expect(page.getByRole("article").getByRole("heading", { level: 2 }).first()).toBeVisible();
    });
  }
  await look(page, "light", 390);
  await page.goto(desk);
  const line = page.getByRole("button", { name: "Pages: Ticket Desk" });
  await expect(pages(page).getByRole("link", { name: "Priorities" })).toBeHidden();
  await line.click();
  await pages(page).getByRole("link", { name: "Priorities" }).click();
  await expect(title(page, "Priorities")).toBeVisible();
  await expect(pages(page).getByRole("link", { name: "Find tickets" })).toBeHidden();
  await expectNoSidewaysScroll(page);
});
