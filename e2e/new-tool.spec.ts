import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./fixtures/looks.ts";
import { beginTool, goToStep, saved } from "./fixtures/publishing.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "owner" });

/** A name that no other run has, in letters that make an address. */
const unique = (name: string) => `${name} ${Date.now().toString(36)}`;

/** What a release still needs. A model that is missing stops nothing. */
async function failedChecks(page: Page, slug: string): Promise<readonly string[]> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(`/api/tools/${slug}/draft/checks`, {
    data: {},
    headers: { origin },
    timeout: 60_000,
  });
  expect(answer.status()).toBe(200);
  const { checks } = (await answer.json()) as {
    checks: { state: string; isRequired: boolean; message: string }[];
  };
  return checks.filter((one) => one.isRequired && one.state === "failed").map((one) => one.message);
}

/** The draft goes again, asked for by the page itself. */
async function discard(page: Page, slug: string): Promise<void> {
  const status = await page.evaluate(async (address) => {
    const overview = await fetch(`${address}/overview`);
    const { revision } = (await overview.json()) as { revision: number };
    const answer = await fetch(address, {
      method: "DELETE",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ revision }),
    });
    return answer.status;
  }, `/api/tools/${slug}/draft`);
  expect(status).toBe(200);
}

test("an assistant is made of instructions and a form", async ({ page }) => {
  test.setTimeout(120_000);
  const slug = await beginTool(page, { kind: /^Instructions/, name: unique("Letter helper") });
  await expect(page.getByRole("navigation", { name: "From a draft to a tool" })).toContainText(
    "1 thing missing",
  );
  await page.getByRole("button", { name: "1 thing missing" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Write instructions." })).toBeVisible();
  await page
    .getByRole("textbox", { name: "Instructions" })
    .fill("<script>alert(1)</script> You write letters. Be brief.");
  await page.getByRole("button", { name: "Add a field" }).click();
  const second = page.getByRole("group", { name: "Field 2" });
  await second.getByRole("textbox", { name: "Label" }).fill("Which tone?");
  await second.getByLabel("What it takes").selectOption("Choice");
  await second.getByLabel("Choices").fill("Warm\nPlain");
  await page.getByRole("button", { name: "Insert whichTone" }).click();
  await expect(page.getByLabel("Message to the model")).toHaveValue("{{whichTone}}");
  await expect(
    page.getByRole("region", { name: "As people will see it" }).getByLabel("Which tone?"),
  ).toBeVisible();
  await page
    .getByLabel("Requests in people's own words")
    .fill("Write a letter\nAnswer this customer\nDraft an apology");
  await saved(page);
  expect(await failedChecks(page, slug)).toEqual([]);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Instructions" })).toHaveValue(
    "<script>alert(1)</script> You write letters. Be brief.",
  );
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await discard(page, slug);
});

test("answers from documents: files become a source of the team, and what is none is told", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const name = unique("Bicycle rules");
  const slug = await beginTool(page, { kind: /^Documents/, name });
  await page.getByLabel("Choose files").setInputFiles([
    {
      name: "bicycles.md",
      mimeType: "text/markdown",
      buffer: Buffer.from("# Bicycles\n\nEach office lends two bicycles."),
    },
    {
      name: "helmets.html",
      mimeType: "text/html",
      buffer: Buffer.from("<!doctype html><title>Helmets</title><p>Wear one.</p>"),
    },
    { name: "picture.md", mimeType: "text/markdown", buffer: Buffer.from("%PDF-1.7 something") },
  ]);
  await expect(page.getByText("2 documents added.")).toBeVisible();
  await expect(page.getByText("picture.md: It is a PDF.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: new RegExp(name) })).toBeChecked();
  await saved(page);
  expect(await failedChecks(page, slug)).toEqual([]);
  await expectAccessible(page);
  await discard(page, slug);
});

test("a link needs its address alone", async ({ page }) => {
  const slug = await beginTool(page, { kind: /^A link/, name: unique("Travel desk"), place: "settings" });
  const address = page.getByRole("textbox", { name: "Address" });
  await address.fill("javascript:alert(1)");
  await address.blur();
  await expect(page.getByText("Write a whole address")).toBeVisible();
  await address.fill("https://travel.example.com/desk");
  await saved(page);
  expect(await failedChecks(page, slug)).toEqual([]);
  await page.getByRole("radio", { name: /^My domain/ }).check();
  await expect(page.getByText(/The lead of .+ has to agree/)).toBeVisible();
  await page.getByLabel("Highest class of data").selectOption("Restricted");
  await expect(page.getByRole("radio", { name: /^High/ })).toBeChecked();
  await expect(page.getByText(/and a security reviewer have to agree/)).toBeVisible();
  await saved(page);
  await expectAccessible(page);
  await discard(page, slug);
});

test("an agent calls the operation of another tool with what the request says", async ({ page }) => {
  test.setTimeout(120_000);
  const slug = await beginTool(page, { kind: /^Other tools/, name: unique("Guide first") });
  await page.getByRole("button", { name: "Add a step" }).click();
  const step = page.getByRole("group", { name: "Step 1" });
  await step.getByRole("combobox", { name: "Tool" }).fill("Travel and Expenses");
  await page.getByRole("option", { name: /^Travel and Expenses Guide/ }).click();
  await step.getByRole("combobox", { name: "Operation" }).click();
  await page.getByRole("listbox").getByRole("option").first().click();
  await step
    .getByLabel(/: where it comes from$/)
    .first()
    .selectOption("Request or earlier step");
  const reference = step.getByLabel(/: which value$/).first();
  await expect(reference).toHaveValue("input.request");
  await reference.fill("input.nothing.at.all");
  await reference.fill("steps.later.output");
  await expect(step.getByText(/names nothing that is known at that point/)).toBeVisible();
  await reference.fill("input.request");
  await saved(page);
  expect(await failedChecks(page, slug)).toEqual([]);
  await expectAccessible(page);
  await discard(page, slug);
});

test("names are told beside the field, and going back keeps what was typed", async ({ page, problems }) => {
  problems.allow(/422/);
  await page.goto("/catalog/new?kind=prompt&for=book%20a%20bicycle");
  await expect(page.getByRole("textbox", { name: /^Name/ })).toHaveValue("Book a bicycle");
  await page.getByRole("textbox", { name: /^Name/ }).fill("Ticket Dеsk");
  await page.getByRole("button", { name: "Make the draft" }).click();
  await expect(page.getByText(/is taken|looks like this exists/).first()).toBeVisible();
  await page.getByRole("textbox", { name: "Purpose" }).fill("Kept words.");
  await page.getByRole("button", { name: "Choose another beginning" }).click();
  await page.getByRole("link", { name: /^Documents/ }).click();
  await expect(page.getByRole("textbox", { name: "Purpose" })).toHaveValue("Kept words.");
  await page.goBack();
  await expect(page.getByRole("link", { name: /^An MCP server/ })).toBeVisible();
  await expectAccessible(page);
});

test("the way leads on, and who follows it at once loses nothing that was just typed", async ({
  page,
  problems,
}) => {
  test.setTimeout(120_000);
  // The next page may begin with the draft as it was before the last save; the two are joined.
  problems.allow(/409/);
  const slug = await beginTool(page, { kind: /^Instructions/, name: unique("Hurried draft") });
  const next = async (step: string, place: string) => {
    await page.getByRole("link", { name: `Next: ${step}` }).click();
    await expect(page).toHaveURL(`/owner/${slug}/${place}`, { timeout: 30_000 });
  };
  await page.getByRole("textbox", { name: "Instructions" }).fill("Written in a hurry.");
  await next("Words", "edit");
  await page.getByLabel("Not for").fill("Formal letters");
  await next("Try it", "playground");
  await goToStep(page, "Who may use it");
  await page.getByRole("radio", { name: /^My team/ }).check();
  await next("Check and publish", "release");
  await expect(page.getByRole("link", { name: /^Next/ })).toHaveCount(0);

  const first = page.getByRole("region", { name: "What the first version brings" });
  for (const kept of ["Written in a hurry.", "Formal letters", "My team"])
    await expect(first).toContainText(kept, { timeout: 30_000 });
  await discard(page, slug);
});

test("two windows edit one draft, and neither loses anything", async ({ page, openAs, problems }) => {
  test.setTimeout(120_000);
  problems.allow(/409/);
  const slug = await beginTool(page, { kind: /^Instructions/, name: unique("Shared draft") });
  const other = await openAs("owner");
  await other.goto(`/owner/${slug}/operations`);
  await other.getByRole("textbox", { name: "Instructions" }).waitFor();
  await page.getByRole("textbox", { name: "Instructions" }).fill("Of the first window.");
  await saved(page);

  await test.step("different parts are joined", async () => {
    await other.getByRole("textbox", { name: "Description" }).fill("Of the second window.");
    await expect(other.getByRole("textbox", { name: "Instructions" })).toHaveValue("Of the first window.");
    await saved(other);
  });

  await test.step("the same part is asked", async () => {
    await page.getByRole("textbox", { name: "Description" }).fill("Of the first window, too.");
    await expect(page.getByRole("alert").filter({ hasText: "Description" })).toContainText(
      "Of the second window.",
    );
    await page.getByRole("button", { name: /^Take theirs/ }).click();
    await saved(page);
    await expect(page.getByRole("textbox", { name: "Description" })).toHaveValue("Of the second window.");
  });

  await test.step("settings of one and operations of the other are both kept", async () => {
    await other.goto(`/owner/${slug}/settings`);
    await other.getByLabel("Where to ask for help").fill("#letters");
    await saved(other);
    await page.getByRole("textbox", { name: "Title", exact: true }).fill("Write with care");
    await saved(page);
    const answer = await page.request.get(`/api/tools/${slug}/draft/overview`);
    expect(await answer.json()).toMatchObject({
      settings: { supportChannel: "#letters" },
      operations: [{ title: "Write with care", description: "Of the second window." }],
    });
  });
  await discard(page, slug);
});
