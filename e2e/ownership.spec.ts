import type { Locator, Page } from "@playwright/test";
import { personOf } from "./fixtures/people.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "owner" });

const origin = process.env.WEFT_E2E_URL ?? "";
/** Letters only: digits of one name are easily taken for those of another. */
const letters = () => Array.from({ length: 8 }, () => String.fromCharCode(97 + Math.random() * 26)).join("");

/** Waits until a control takes input, which it does a moment after it is seen. */
async function ready(control: Locator): Promise<Locator> {
  const isTaken = () =>
    control.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__reactProps")));
  await expect.poll(isTaken).toBe(true);
  return control;
}

async function press(control: Locator): Promise<void> {
  await (await ready(control)).click();
}

/** A tool of this test, which only its owner sees. */
async function newTool(page: Page): Promise<{ slug: string; name: string }> {
  const name = `Handover ${letters()}`;
  const answer = await page.request.post("/api/tools", { data: { name, kind: "link" }, headers: { origin } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as { slug: string; name: string };
}

async function choose(scope: ReturnType<Page["getByRole"]>, page: Page, label: RegExp, words: string) {
  await scope.getByLabel(label).fill(words);
  await page.getByRole("option", { name: new RegExp(words) }).click();
}

const lead = personOf("domain-lead").name;
const owner = personOf("owner").name;

async function chooseReceiver(scope: ReturnType<Page["getByRole"]>, page: Page): Promise<void> {
  await choose(scope, page, /^Team/, "Service Quality");
  await choose(scope, page, /^New owner/, lead);
  await choose(scope, page, /^Deputy/, "Hugo Lancaster");
  await scope.getByLabel(/^Reason/).fill("It is asked for by customers, and never by us.");
}

test("a tool is offered, declined, offered again and accepted, and goes with all rights", async ({
  page,
  openAs,
  problems,
}) => {
  test.setTimeout(150_000);
  problems.allow(/404/);
  const tool = await newTool(page);
  const receiver = await openAs("domain-lead");
  const offer = async () => {
    await page.goto(`/owner/${tool.slug}/people`);
    await press(page.getByRole("button", { name: "Offer it to others" }));
    const dialog = page.getByRole("dialog", { name: `Offer ${tool.name} to others` });
    await chooseReceiver(dialog, page);
    await press(dialog.getByRole("button", { name: "Send the offer" }));
    await expect(page.getByText(`Offered to ${lead} of Service Quality`)).toBeVisible();
  };

  await test.step("what is missing is said at its field", async () => {
    await page.goto(`/owner/${tool.slug}/people`);
    await press(page.getByRole("button", { name: "Offer it to others" }));
    const dialog = page.getByRole("dialog", { name: `Offer ${tool.name} to others` });
    await press(dialog.getByRole("button", { name: "Send the offer" }));
    await expect(dialog.getByText("Choose the team.", { exact: true })).toBeVisible();
    await expect(dialog.getByText(/Say why in at least 10 characters/)).toBeVisible();
  });

  await test.step("the receiver declines with a reason, and the owner reads it", async () => {
    await offer();
    await receiver.goto("/");
    const waiting = receiver.getByRole("region", { name: "Waiting for you" });
    await waiting.getByRole("link", { name: `${owner} offers you ${tool.name}` }).click();
    await expect(receiver.getByRole("heading", { level: 2, name: /offers you/ })).toContainText(tool.name);
    await expect(receiver.getByRole("link", { name: "Tool page" })).toHaveCount(0);
    await press(receiver.getByRole("button", { name: "Decline" }));
    await expect(receiver.getByText("Say in a few words why you decline.")).toBeVisible();
    await (await ready(receiver.getByLabel("Note", { exact: true }))).fill("Not before the summer.");
    await press(receiver.getByRole("button", { name: "Decline" }));
    await expect(receiver).toHaveURL(/\/$/);
    await page.reload();
    const earlier = page.getByRole("region", { name: "Earlier offers" });
    await expect(earlier).toContainText("Declined");
    await expect(earlier).toContainText("“Not before the summer.”");
  });

  await test.step("accepted, it belongs to the receiver, and the giver has no way to it", async () => {
    await offer();
    await receiver.goto(`/owner/${tool.slug}/people`);
    await (await ready(receiver.getByLabel("Note", { exact: true }))).fill("Gladly.");
    await press(receiver.getByRole("button", { name: "Accept" }));
    await expect(receiver.getByText(`You own ${tool.name} now`)).toBeVisible();
    await expect(receiver.getByRole("button", { name: "Change the deputy" })).toBeVisible();
    const who = receiver.getByRole("region", { name: "Who answers for it" });
    await expect(who).toContainText("Customer Service");
    await expect(who).toContainText("Hugo Lancaster");
    const gone = await page.goto(`/owner/${tool.slug}/people`);
    expect(gone?.status()).toBe(404);
    expect((await page.request.get(`/api/tools/${tool.slug}/draft`)).status()).toBe(404);
  });

  await test.step("the trail has each step", async () => {
    const admin = await openAs("admin");
    await admin.goto(`/admin/audit?span=24h&type=transfer.&words=${encodeURIComponent(tool.name)}`);
    const trail = admin.getByRole("table", { name: "Audit trail" });
    for (const did of ["Offered it to others", "Declined to take it over", "Took it over"]) {
      await expect(
        trail.getByRole("row", { name: new RegExp(`${did}.*${tool.name}`) }).first(),
      ).toBeVisible();
    }
  });
});

test("an offer that is taken back cannot be accepted any more", async ({ page, openAs, problems }) => {
  problems.allow(/409|404/);
  const tool = await newTool(page);
  await page.goto(`/owner/${tool.slug}/people`);
  await press(page.getByRole("button", { name: "Offer it to others" }));
  const dialog = page.getByRole("dialog", { name: `Offer ${tool.name} to others` });
  await chooseReceiver(dialog, page);
  await press(dialog.getByRole("button", { name: "Send the offer" }));
  await expect(page.getByText(/^Offered to/)).toBeVisible();
  const receiver = await openAs("domain-lead");
  await receiver.goto(`/owner/${tool.slug}/people`);
  await expect(receiver.getByRole("button", { name: "Accept" })).toBeVisible();
  await press(page.getByRole("button", { name: "Take the offer back" }));
  const question = page.getByRole("alertdialog");
  await press(question.getByRole("button", { name: "Take the offer back" }));
  await expect(page.getByText("The offer is taken back")).toBeVisible();
  await press(receiver.getByRole("button", { name: "Accept" }));
  await expect(receiver.getByText(/This offer is not open any more/)).toBeVisible();
  await expect(page.getByText("It is offered to nobody.")).toBeVisible();
});

test("before a person is deactivated it is shown where everything goes, and there it goes", async ({
  page,
  openAs,
}) => {
  test.setTimeout(120_000);
  const tool = await newTool(page);
  // Somebody of the team whom no other tool needs.
  const name = "Afonso Nobre";
  await page.goto(`/owner/${tool.slug}/people`);
  await press(page.getByRole("button", { name: "Name a deputy" }));
  const dialog = page.getByRole("dialog", { name: `Deputy of ${tool.name}` });
  await dialog.getByLabel("Somebody of your team").fill(name);
  await page.getByRole("option", { name }).click();
  await press(dialog.getByRole("button", { name: "Name as deputy", exact: true }));
  await expect(page.getByText("The deputy is named")).toBeVisible();

  const admin = await openAs("admin");
  await admin.goto(`/admin/people?words=${encodeURIComponent(name)}`);
  await admin.getByRole("link", { name }).first().click();
  const panel = admin.getByRole("dialog", { name });
  await press(panel.getByRole("button", { name: "Deactivate" }));
  const question = admin.getByRole("alertdialog");
  await expect(question.getByRole("listitem")).toHaveText([
    `${tool.name} loses its deputy; ${owner} owns it and is told`,
  ]);
  await question.getByLabel(/^Reason/).fill("leaves today");
  await press(question.getByRole("button", { name: "Deactivate" }));
  await expect(admin.getByText(`${name} is deactivated`)).toBeVisible();

  await page.reload();
  await expect(page.getByRole("button", { name: "Name a deputy" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove the deputy" })).toHaveCount(0);

  await press(panel.getByRole("button", { name: "Reactivate" }));
  await question.getByLabel(/^Reason/).fill("came back");
  await press(question.getByRole("button", { name: "Reactivate" }));
  await expect(admin.getByText(`${name} can sign in again`)).toBeVisible();
});

test("an administrator hands over several tools with a look at each, and reads what became of it", async ({
  page,
  openAs,
}) => {
  test.setTimeout(120_000);
  const word = letters();
  const tools: { slug: string; name: string }[] = [];
  for (const name of [`Bulk ${word} north`, `Bulk ${word} south`]) {
    const answer = await page.request.post("/api/tools", {
      data: { name, kind: "link" },
      headers: { origin },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    tools.push((await answer.json()) as { slug: string; name: string });
  }
  const admin = await openAs("admin");
  await admin.goto(`/admin/ownership?state=all&q=${word}`);
  const table = admin.getByRole("table", { name: "Tools and who answers for them" });
  await expect(table.getByRole("row")).toHaveCount(3);
  await (await ready(admin.getByRole("checkbox", { name: "Choose all on this page" }))).check();
  await expect(admin.getByText("2 tools chosen")).toBeVisible();
  await press(admin.getByRole("button", { name: "Hand over" }));
  const dialog = admin.getByRole("dialog", { name: "Hand over 2 tools" });
  await chooseReceiver(dialog, admin);
  await press(dialog.getByRole("button", { name: "See what would happen" }));
  const preview = dialog.getByRole("region", { name: "What would happen" });
  await expect(preview.getByText("Is offered, and waits for acceptance")).toHaveCount(2);
  await press(dialog.getByRole("button", { name: "Hand over 2 tools" }));
  const results = dialog.getByRole("region", { name: "What happened" });
  await expect(results.getByText("Is offered", { exact: true })).toHaveCount(2);
  await press(dialog.getByRole("button", { name: "Close" }).last());
  await expect(table.getByText("Offered", { exact: true })).toHaveCount(2);

  await (await ready(admin.getByRole("checkbox", { name: `Choose ${tools[0]?.name}` }))).check();
  await press(admin.getByRole("button", { name: "Hand over" }));
  const again = admin.getByRole("dialog", { name: "Hand over 1 tool" });
  await chooseReceiver(again, admin);
  await press(again.getByRole("button", { name: "See what would happen" }));
  await expect(again.getByText("It is offered to somebody already.")).toBeVisible();
  await expect(again.getByRole("button", { name: "None of these tools can go to them." })).toBeDisabled();
  await press(again.getByRole("button", { name: "Close" }));

  for (const { slug } of tools) {
    await page.goto(`/owner/${slug}/people`);
    await press(page.getByRole("button", { name: "Take the offer back" }));
    await press(page.getByRole("alertdialog").getByRole("button", { name: "Take the offer back" }));
    await expect(page.getByText("It is offered to nobody.")).toBeVisible();
  }
});

test("the lead of a domain sees to the tools of that domain only", async ({ openAs, problems }) => {
  problems.allow(/404/);
  const page = await openAs("domain-lead");
  await page.goto("/admin/ownership?state=all");
  const table = page.getByRole("table", { name: "Tools and who answers for them" });
  await expect(table.getByRole("link", { name: "Ticket Desk" })).toBeVisible();
  await expect(table.getByRole("link", { name: "Planned Works" })).toHaveCount(0);
  const employee = await openAs("employee");
  expect((await employee.goto("/admin/ownership"))?.status()).toBe(404);
});

test("a question says until when it is answered, to its owner and to whoever asks", async ({
  page,
  openAs,
}) => {
  await page.goto("/owner/runbook-finder");
  await expect(page.getByText(/^Overdue since/)).toBeVisible();
  const employee = await openAs("employee");
  await employee.goto("/catalog/runbook-finder");
  await expect(employee.getByText(/The owner is late\. It was due/)).toBeVisible();
  await expect(employee.getByText(/Asked now, yours is due by/)).toBeVisible();
});

test("an entry whose owner forgot it says so on its page", async ({ openAs }) => {
  const employee = await openAs("employee");
  await employee.goto("/catalog/api-index");
  await expect(employee.getByText("Ownership unconfirmed", { exact: true }).first()).toBeVisible();
});
