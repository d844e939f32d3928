import { ask, newChat } from "./fixtures/chat.ts";
import {
  expectAccessible,
  expectGoodLooks,
  expectNoSidewaysScroll,
  look,
  themes,
  widths,
} from "./fixtures/looks.ts";
import type { SignInRole } from "./fixtures/people.ts";
import { expect, test } from "./fixtures.ts";

/** Every screen, with somebody who sees it and the heading that says one is there. */
const screens: readonly (readonly [path: string, who: SignInRole, heading: RegExp])[] = [
  ["/", "employee", /^Good/],
  ["/", "owner", /^Good/],
  ["/", "domain-lead", /^Good/],
  ["/", "admin", /^Good/],
  ["/", "auditor", /^Good/],
  ["/catalog", "employee", /^Tools$/],
  ["/catalog?q=tiket+priorities", "employee", /^Tools$/],
  ["/catalog?q=zzqqxx", "employee", /^Tools$/],
  ["/catalog/ticket-desk", "employee", /^Ticket Desk$/],
  ["/catalog/ticket-desk?tab=try", "employee", /^Ticket Desk$/],
  ["/catalog/ticket-desk?tab=docs", "employee", /^Ticket Desk$/],
  ["/catalog/ticket-desk?tab=trust", "employee", /^Ticket Desk$/],
  ["/catalog/ticket-desk?tab=api", "employee", /^Ticket Desk$/],
  ["/catalog/ticket-desk?tab=versions", "employee", /^Ticket Desk$/],
  ["/catalog/ticket-desk?tab=activity", "owner", /^Ticket Desk$/],
  ["/catalog/ticket-desk?tab=reviews", "employee", /^Ticket Desk$/],
  ["/catalog/alarm-assistant?tab=api", "employee", /^Alarm Assistant$/],
  ["/catalog/new", "owner", /^New tool$/],
  ["/catalog/new?kind=template", "owner", /^New tool$/],
  ["/catalog/new?kind=file", "owner", /^New tool$/],
  ["/owner/alarm-assistant/operations", "owner", /^Alarm Assistant$/],
  ["/owner/alarm-assistant/settings", "owner", /^Alarm Assistant$/],
  ["/catalog/compare?tools=ticket-desk,alarm-assistant", "employee", /^Compare tools$/],
  ["/collections", "domain-lead", /^Collections$/],
  ["/collections", "employee", /^Collections$/],
  ["/teams/service-quality", "employee", /^Service Quality$/],
  ["/teams/service-quality", "domain-lead", /^Service Quality$/],
  ["/catalog/salary-bands", "employee", /^Salary Bands$/],
  ["/catalog/planned-works", "employee", /^Planned Works$/],
  ["/catalog/complaint-reply", "employee", /^Complaint Reply$/],
  ["/catalog/api-index", "employee", /^Service Index$/],
  ["/domains", "employee", /^Domains$/],
  ["/domains/customer-service", "domain-lead", /^Customer Service$/],
  ["/sources", "employee", /./],
  ["/sources/handbook", "employee", /./],
  ["/chat", "employee", /^New chat$/],
  ["/my", "owner", /^My work$/],
  ["/my", "employee", /^My work$/],
  ["/my/keys", "owner", /^Access keys$/],
  ["/owner/alarm-assistant", "owner", /^Alarm Assistant$/],
  ["/owner/network-inventory/contracts", "owner", /^Network Inventory and Alarms$/],
  ["/owner/alarm-assistant/edit", "owner", /^Alarm Assistant$/],
  ["/owner/alarm-assistant/people", "owner", /^Alarm Assistant$/],
  ["/owner/alarm-assistant/playground", "owner", /^Alarm Assistant$/],
  ["/owner/alarm-assistant/release", "owner", /^Alarm Assistant$/],
  ["/owner/network-inventory", "owner", /^Network Inventory and Alarms$/],
  ["/owner/network-inventory/operations", "owner", /^Network Inventory and Alarms$/],
  ["/owner/shift-handover/people", "owner", /^Shift Handover$/],
  ["/owner/complaint-reply/release", "domain-lead", /^Complaint Reply$/],
  ["/owner/alarm-assistant", "employee", /^You cannot edit this tool$/],
  ["/use/handbook-answers", "employee", /^Handbook Answers$/],
  ["/use/complaint-reply", "employee", /^Complaint Reply$/],
  ["/inbox", "owner", /^Inbox$/],
  ["/inbox/settings", "owner", /^What you are told$/],
  ["/approvals", "domain-lead", /^Approvals$/],
  ["/approvals", "employee", /^Approvals$/],
  ["/admin/ownership?state=all", "admin", /^Ownership$/],
  ["/admin/ownership", "domain-lead", /^Ownership$/],
  ["/docs", "employee", /^Using Weft$/],
  ["/docs/finding-and-trusting-tools", "employee", /^Finding and trusting tools$/],
  ["/docs/tool-owners", "employee", /^Owning a tool$/],
  ["/docs/tool-file", "owner", /^The tool file$/],
  ["/docs/administrators", "admin", /^Administering and auditing$/],
  ["/docs/operators", "admin", /^Running Weft$/],
  ["/docs/api", "employee", /API/],
  ["/docs/design", "employee", /./],
  ["/docs/trust", "employee", /./],
  ["/setup", "admin", /./],
  ["/admin", "admin", /./],
  ["/admin/policies", "admin", /^Policies$/],
  ["/admin/trust", "admin", /^Trust rating$/],
  ["/admin/models", "admin", /^Models$/],
  ["/admin/people", "admin", /^People$/],
  ["/admin/audit", "auditor", /^Audit trail$/],
  ["/admin/audit?span=90d&outcome=refused", "auditor", /^Audit trail$/],
];

for (const [path, who, heading] of screens) {
  test.describe(() => {
    test.use({ who });

    test(`${path} as ${who}`, async ({ page }) => {
      test.slow();
      await expectGoodLooks(page, async () => {
        expect((await page.goto(path))?.status()).toBe(200);
        await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      });
    });
  });
}

test.describe(() => {
  test.use({ who: "employee" });

  test("/people/[id], from the link on a tool's page", async ({ page }) => {
    test.slow();
    await page.goto("/catalog/ticket-desk?tab=trust");
    const answerable = page.locator('main a[href^="/people/"]').first();
    const href = await answerable.getAttribute("href");
    const name = (await answerable.textContent()) ?? "";
    await expectGoodLooks(page, async () => {
      expect((await page.goto(href ?? "/people"))?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    });
  });
});

test("/sign-in, and /sign-in with a refusal", async ({ page }) => {
  await expectGoodLooks(page, async () => {
    await page.goto("/sign-in?error=deactivated");
    await expect(page.getByText("You are not signed in")).toBeVisible();
  });
});

test.describe("what only appears in use", () => {
  test.use({ who: "employee" });

  test("an answer with a card, opened calls and the panel beside it", async ({ page }) => {
    test.slow();
    await newChat(page);
    await ask(page, "What does LOS-4417 on BRG-07 mean and who is on call?");
    const address = page.url();
    for (const width of widths) {
      for (const theme of themes) {
        await look(page, theme, width);
        await page.goto(address);
        await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        await page
          .getByText(/^Called \d tools$/)
          .first()
          .click();
        await page.getByText("· Explain an alarm").click();
        await page.getByRole("button", { name: "Edit" }).click();
        await expectAccessible(page);
        await page.getByRole("button", { name: "Why this tool" }).last().click();
        await expect(page.getByRole("dialog", { name: "Why this tool" })).toBeVisible();
        await expectAccessible(page);
      }
    }
  });

  test("the palette, the help and the menus", async ({ page }) => {
    for (const width of widths) {
      for (const theme of themes) {
        await look(page, theme, width);
        await page.goto("/");
        await page.keyboard.press("ControlOrMeta+k");
        await page.getByRole("combobox", { name: "Search Weft" }).fill("ticket");
        await expect(page.getByRole("option").first()).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await page.keyboard.press("?");
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible(page);
      }
    }
  });

  test("a page that does not exist", async ({ page, problems }) => {
    problems.allow(/404/);
    await expectGoodLooks(page, async () => {
      await page.goto("/no-such-page");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page does not exist");
    });
  });
});
