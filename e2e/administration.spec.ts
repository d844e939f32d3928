import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ who: "admin" });

async function choose(
  page: Page,
  field: ReturnType<Page["getByLabel"]>,
  words: string,
  option: RegExp,
): Promise<void> {
  await field.fill(words);
  await page.getByRole("option", { name: option }).click();
}

/** The question whether somebody may use a tool, on the page of rules. */
async function ask(page: Page, person: string, tool: string): Promise<void> {
  const question = page.getByRole("region", { name: "May this person use this tool?" });
  await choose(page, question.getByLabel("Person"), person, new RegExp(person));
  await choose(page, question.getByLabel("Tool"), tool, new RegExp(tool));
}

test("the overview says what needs somebody, with one way on each", async ({ page }) => {
  await page.goto("/admin");
  const attention = page.getByRole("region", { name: "Needs attention" });
  await expect(attention.getByText(/Planned Works has no active owner/)).toBeVisible();
  await expect(attention.getByText(/Ticket Desk: .* succeeded, less than promised/)).toBeVisible();
  await attention.getByText("more", { exact: false }).last().click();
  await expect(attention.getByText(/searches for “vpn mac” found nothing/)).toBeVisible();
  for (const item of await attention.getByRole("listitem").all())
    await expect(item.getByRole("link")).toHaveCount(1);
  await attention.getByRole("link", { name: "See the refusals" }).click();
  await expect(page.getByText(/^14 events/)).toBeVisible();
});

test("charts have the same figures as a table, and health names every part", async ({ page }) => {
  await page.goto("/admin");
  const chart = page.getByRole("figure").first();
  await chart.getByText("Show table").click();
  await expect(chart.getByRole("row", { name: /Customer Service/ })).toBeVisible();
  const health = page.getByRole("table", { name: "Health" });
  for (const part of [
    "This process",
    "Database",
    "Audit trail",
    "Sign-in",
    "Model server Embedded assistant",
  ]) {
    await expect(health.getByRole("row", { name: new RegExp(part) })).toBeVisible();
  }
});

test("may this person use this tool, and why", async ({ page }) => {
  await page.goto("/admin/policies");
  await ask(page, "Oliver Finch", "Expense Service");
  await expect(page.getByText("Oliver Finch may not use Expense Service.")).toBeVisible();
  await expect(page.getByText(/Shops pay with company cards/).first()).toBeVisible();
  await page.getByRole("link", { name: "Consumer Sales joins the expense service later" }).click();
  const rules = page.getByRole("region", { name: "Rules", exact: true });
  await expect(rules.getByText(/Shops pay with company cards/)).toBeVisible();
  await choose(page, page.getByRole("combobox", { name: "Person" }), "Amelia Hart", /Amelia Hart/);
  await expect(page.getByText("Amelia Hart may use Expense Service.")).toBeVisible();
});

test("a rule is made with its reason, holds at once, is switched off and deleted", async ({
  page,
  openAs,
  problems,
}) => {
  problems.allow(/403/);
  await page.goto("/admin/policies");
  await page.getByRole("button", { name: "New rule" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: "Save rule" }).click();
  await expect(form.getByText(/fields need your attention/)).toBeVisible();
  await form.getByRole("radio", { name: /These may not/ }).check();
  await form.getByRole("combobox", { name: /Whom it names/ }).selectOption("domain");
  await choose(page, form.getByPlaceholder("Add"), "sales", /^Sales$/);
  await choose(page, form.getByPlaceholder("Choose one"), "adviser", /Adviser Guide/);
  await expect(form.getByText("People of Sales may not use Adviser Guide.")).toBeVisible();
  await expect(form.getByText(/people lose something they can use now/)).toBeVisible();
  await form.getByLabel(/Reason for the people/).fill("The guide is being written anew until Monday.");
  await form.getByLabel(/^Title/).fill("Guide closed for Sales");
  await form.getByLabel(/Why this change/).fill("asked for by Product");
  await form.getByRole("button", { name: "Save rule" }).click();
  await expect(page.getByText("The rule holds from now on")).toBeVisible();
  await ask(page, "Oliver Finch", "Adviser Guide");
  await expect(page.getByText("Oliver Finch may not use Adviser Guide.")).toBeVisible();

  const seller = await openAs("sales");
  await seller.goto("/catalog/adviser-guide");
  await expect(seller.getByText("The guide is being written anew until Monday.").first()).toBeVisible();

  const actions = page.getByRole("button", { name: "Act on Guide closed for Sales" });
  for (const [item, done] of [
    ["Switch off", "The rule is switched off"],
    ["Delete", "The rule is deleted"],
  ] as const) {
    await actions.click();
    await page.getByRole("menuitem", { name: item }).click();
    const question = page.getByRole("alertdialog");
    await question.getByLabel(/Reason/).fill("written");
    await question.getByRole("button", { name: item }).click();
    await expect(page.getByText(done)).toBeVisible();
    await expect(question).toHaveCount(0);
    if (item === "Switch off") await expect(page.getByText("Switched off", { exact: true })).toBeVisible();
  }
  await expect(actions).toHaveCount(0);
  await page.goto("/admin/audit?span=24h&type=rule.");
  const trail = page.getByRole("table", { name: "Audit trail" });
  for (const did of ["Made a rule", "Switched a rule off", "Deleted a rule"]) {
    await expect(
      trail.getByRole("row", { name: new RegExp(`${did}.*Guide closed for Sales`) }).first(),
    ).toBeVisible();
  }
});

test("a blocked tool is stopped for the next person, with the reason, until it is unblocked", async ({
  page,
  openAs,
  problems,
}) => {
  problems.allow(/403/);
  const reason = "It still names the travel office of last year.";
  await page.goto("/admin/policies");
  await page.getByRole("button", { name: "Block a tool" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByRole("button", { name: "Block" })).toBeDisabled();
  await choose(page, question.getByLabel(/Tool/), "travel", /Travel and Expenses Guide/);
  await question.getByLabel(/Reason/).fill(reason);
  await question.getByRole("button", { name: "Block" }).click();
  await expect(page.getByText("Travel and Expenses Guide is blocked")).toBeVisible();
  const employee = await openAs("employee");
  await employee.goto("/catalog/travel-guide");
  await expect(employee.getByText(reason).first()).toBeVisible();
  const blocked = page.getByRole("listitem").filter({ hasText: reason });
  await blocked.getByRole("button", { name: "Unblock" }).click();
  await page
    .getByRole("alertdialog")
    .getByLabel(/Reason/)
    .fill("mended");
  await page.getByRole("alertdialog").getByRole("button", { name: "Unblock" }).click();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(blocked).toHaveCount(0);
  await employee.reload();
  await expect(employee.getByText(reason)).toHaveCount(0);
});

test("a model server is tested before it is saved, and its key is never shown", async ({ page }) => {
  await page.goto("/admin/models");
  await page.getByRole("button", { name: "Connect a model server" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel(/^Name/).fill("Far away");
  await expect(form.getByLabel(/^Short name/)).toHaveValue("far-away");
  await form.getByLabel(/^Address/).fill("http://169.254.169.254/v1");
  await form.getByLabel(/^Key/).fill("sk-not-to-be-seen");
  await form.getByRole("button", { name: "Test the connection" }).click();
  await expect(form.getByText(/WEFT_EGRESS_ALLOW/)).toBeVisible();
  await form.getByRole("button", { name: "Save" }).click();
  const card = page.getByRole("heading", { name: "Far away" });
  await expect(card).toBeVisible();
  await expect(page.getByText("stored, sealed").last()).toBeVisible();
  expect(await page.content()).not.toContain("sk-not-to-be-seen");
  await page.getByRole("button", { name: "Act on Far away" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page
    .getByRole("alertdialog")
    .getByLabel(/Reason/)
    .fill("only a test");
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(card).toHaveCount(0);
});

test("auditors read the rules and change none; employees do not find them", async ({ openAs, problems }) => {
  problems.allow(/404/);
  const auditor = await openAs("auditor");
  await auditor.goto("/admin/policies");
  await expect(
    auditor.getByText("Only people of the team Pay and Benefits may use Salary Bands."),
  ).toBeVisible();
  await expect(auditor.getByRole("button", { name: "New rule" })).toHaveCount(0);
  await expect(auditor.getByRole("button", { name: "Block a tool" })).toHaveCount(0);
  const employee = await openAs("employee");
  for (const path of ["/admin", "/admin/policies", "/admin/models"]) {
    await employee.goto(path);
    await expect(employee.getByRole("heading", { name: "This page does not exist" })).toBeVisible();
  }
});
