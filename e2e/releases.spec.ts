import { callApi, freshName, makeDraft, promptOperation } from "./fixtures/drafts.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

const name = { type: "string", title: "Name" };

test("a release is checked, handed in, returned, mended, approved by the right person only, and published", async ({
  page,
  openAs,
}) => {
  test.setTimeout(150_000);
  const tool = await makeDraft(page, freshName("Greeter"), "prompt", {
    settings: { audience: "everyone" },
    operations: [promptOperation("Greet {{name}}.", { name })],
    purpose: "",
  });
  const notes = page.getByLabel("Release notes");

  await test.step("the checks say what is missing, and where it is mended", async () => {
    await page.goto(`/owner/${tool.slug}/release`);
    const checks = page.getByRole("region", { name: "Checks" });
    await expect(checks.getByText("stops the release")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("button", { name: "Hand in 1.0.0 for approval" })).toBeDisabled();
    await checks.getByRole("link", { name: "Mend it" }).first().click();
    await expect(page).toHaveURL(`/owner/${tool.slug}/edit`);
    await page.getByLabel("Purpose").fill("Greets visitors by name, in the tone of the house.");
    await expect(page.getByText(/^Saved/)).toBeVisible();
  });

  const request = await test.step("it is handed in with notes", async () => {
    await page.getByRole("link", { name: "Release", exact: true }).click();
    await expect(page.getByText("the domain lead has to agree")).toBeVisible({ timeout: 30_000 });
    await notes.fill("The first version: greets people.");
    await page.getByRole("button", { name: "Hand in 1.0.0 for approval" }).click();
    await expect(page.getByRole("heading", { name: "Version 1.0.0 waits for approval" })).toBeVisible();
    const link = page
      .getByRole("region", { name: /waits for approval/ })
      .getByRole("link", { name: "See the request" });
    return (await link.getAttribute("href")) ?? "";
  });

  await test.step("its maker cannot approve it, and a stranger does not find it", async () => {
    await page.goto(request);
    await expect(
      page
        .getByText("Nobody approves their own change.", { exact: false })
        .or(page.getByText("The lead of the tool's domain or an administrator answers it.")),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
    const stranger = await openAs("sales");
    const refused = await stranger.request.get(request);
    expect(refused.status()).toBe(404);
    const catalog = await stranger.request.get(`/catalog/${tool.slug}`);
    expect(catalog.status()).toBe(404);
  });

  const lead = await openAs("domain-lead");
  await test.step("the lead returns it with a reason", async () => {
    await lead.goto("/approvals");
    await lead.getByRole("link", { name: `${tool.name} 1.0.0` }).click();
    await expect(lead.getByRole("heading", { level: 1, name: `${tool.name} 1.0.0` })).toBeVisible();
    await expect(lead.getByText("Greet {{name}}.", { exact: false }).first()).toBeVisible();
    await lead.getByRole("button", { name: "Return" }).click();
    await expect(lead.getByText("Say what has to change, so that it can be mended.")).toBeVisible();
    await lead.getByRole("textbox", { name: "Note" }).fill("Say when not to use it.");
    await lead.getByRole("button", { name: "Return" }).click();
    await expect(lead.getByText("Returned", { exact: true })).toBeVisible();
  });

  await test.step("its maker is told, mends it, and hands it in again", async () => {
    await page.goto("/inbox");
    await expect(page.getByText(`${tool.name} 1.0.0 came back to you`)).toBeVisible();
    await page.goto(`/owner/${tool.slug}/edit`);
    await page.getByLabel("Not for").fill("Formal letters");
    await expect(page.getByText(/^Saved/)).toBeVisible();
    await page.getByRole("link", { name: "Release", exact: true }).click();
    await notes.fill("The first version: greets people, not letters.");
    const handIn = page.getByRole("button", { name: "Hand in 1.0.0 for approval" });
    await expect(handIn).toBeEnabled({ timeout: 30_000 });
    await handIn.click();
    await expect(page.getByRole("heading", { name: "Version 1.0.0 waits for approval" })).toBeVisible();
  });

  await test.step("the lead approves, and everybody finds it", async () => {
    await lead.goto("/approvals");
    await lead
      .getByRole("link", { name: `${tool.name} 1.0.0` })
      .first()
      .click();
    await lead.getByRole("button", { name: "Approve" }).click();
    await expect(lead.getByText("Published", { exact: true })).toBeVisible();
    const stranger = await openAs("sales");
    await stranger.goto(`/catalog/${tool.slug}`);
    await expect(stranger.getByRole("heading", { level: 1, name: tool.name })).toBeVisible();
    await expect(stranger.getByText("Formal letters")).toBeVisible();
  });
});

test("a breaking change is caught, asks for a major version, and can be rolled back", async ({ page }) => {
  test.setTimeout(120_000);
  const tool = await makeDraft(page, freshName("Caller"), "prompt", {
    settings: { audience: "team" },
    operations: [promptOperation("Answer.", { text: { type: "string" }, tone: { type: "string" } })],
  });
  const first = await callApi(page, "GET", `/api/tools/${tool.slug}/draft/overview`);
  await callApi(page, "POST", `/api/tools/${tool.slug}/draft/publish`, {
    revision: first.revision,
    notes: "First.",
    step: "patch",
  });
  await callApi(page, "PUT", `/api/tools/${tool.slug}/draft`, {
    operationEdits: [{ name: "answer", operation: promptOperation("Answer.", { text: { type: "string" } }) }],
    revision: 0,
  });

  await page.goto(`/owner/${tool.slug}/release`);
  await expect(page.getByRole("region", { name: /From 1\.0\.0/ })).toContainText("Breaks callers");
  await expect(page.getByRole("radio", { name: /1\.1\.0: something is new/ })).toBeDisabled({
    timeout: 30_000,
  });
  await expect(page.getByRole("radio", { name: /2\.0\.0: callers have to change/ })).toBeChecked();
  await page.getByLabel("Release notes").fill("The tone is always the same now.");
  await page.getByRole("button", { name: "Publish 2.0.0" }).click();
  await expect(page.getByText("Nothing differs from version 2.0.0", { exact: false })).toBeVisible({
    timeout: 30_000,
  });

  await page.getByRole("button", { name: "Go back: 1.0.0" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Go back" })).toBeDisabled();
  await dialog.getByLabel("Why").fill("People need the tone.");
  await dialog.getByRole("button", { name: "Go back" }).click();
  await expect(page.getByText("Version 1.0.0 serves again")).toBeVisible();
  await expect(page.getByRole("button", { name: "Go back: 2.0.0" })).toBeVisible();
  await page.goto(`/catalog/${tool.slug}?tab=versions`);
  const serving = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "1.0.0" }) });
  await expect(serving).toContainText("Current");
});

test("the end of a tool is announced with a successor, taken back, and the tool retired", async ({
  page,
  openAs,
}) => {
  test.setTimeout(120_000);
  const make = async (begin: string) => {
    const tool = await makeDraft(page, freshName(begin), "link", {
      settings: { audience: "team", linkUrl: process.env.WEFT_E2E_URL },
    });
    const { revision } = await callApi(page, "GET", `/api/tools/${tool.slug}/draft/overview`);
    await callApi(page, "POST", `/api/tools/${tool.slug}/draft/publish`, {
      revision,
      notes: "First.",
      step: "patch",
    });
    return tool;
  };
  const [next, tool] = [await make("Successor"), await make("Ending")];
  const lead = await openAs("domain-lead");
  expect((await lead.request.get(`/owner/${tool.slug}/release`)).status()).toBeLessThan(500);

  await page.goto(`/owner/${tool.slug}/release`);
  await page.getByRole("button", { name: "Announce its end" }).click();
  const dialog = page.getByRole("dialog", { name: `Announce the end of ${tool.name}` });
  await dialog.getByRole("button", { name: "Announce and tell them" }).click();
  await expect(dialog.getByText("Write a day as 2027-03-31.")).toBeVisible();
  await dialog.getByRole("combobox", { name: "Use instead" }).fill(next.name);
  await page.getByRole("option", { name: next.name }).click();
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel("Ends on").fill(day);
  await dialog.getByLabel("What people should know").fill("The new one does more.");
  await dialog.getByRole("button", { name: "Announce and tell them" }).click();
  await expect(page.getByText(`Successor: ${next.name}.`, { exact: false })).toBeVisible();
  await page.goto(`/catalog/${tool.slug}`);
  await expect(page.getByRole("link", { name: next.name }).first()).toBeVisible();

  await page.goto(`/owner/${tool.slug}/release`);
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("button", { name: "Announce its end" })).toBeVisible();

  await page.getByRole("button", { name: "Retire now" }).click();
  const sure = page.getByRole("alertdialog");
  await sure.getByLabel("Why").fill("Nobody uses it.");
  await sure.getByRole("button", { name: "Retire now" }).click();
  await expect(page.getByText("This tool is retired.", { exact: false })).toBeVisible();
  await page.goto(`/catalog/${tool.slug}`);
  await expect(page.getByText("Retired").first()).toBeVisible();
});
