import type { Page } from "@playwright/test";
import { callApi, freshName, type MadeTool, makeDraft, promptOperation } from "./fixtures/drafts.ts";
import { expectAccessible } from "./fixtures/looks.ts";
import { personOf } from "./fixtures/people.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

const owner = personOf("employee").name;
const lead = personOf("domain-lead").name;

/** A tool that its owner offered to the domain, and the lead agreed to: from then on both may edit it. */
async function publishForTwo(page: Page, leadPage: Page): Promise<MadeTool> {
  const tool = await makeDraft(page, freshName("Reply Helper"), "prompt", {
    settings: { audience: "domain" },
    operations: [promptOperation("Answer {{text}}.", { text: { type: "string", title: "Text" } })],
  });
  const { revision } = await callApi(page, "GET", `/api/tools/${tool.slug}/draft/overview`);
  const released = await callApi(page, "POST", `/api/tools/${tool.slug}/draft/publish`, {
    revision,
    notes: "The first version.",
    step: "minor",
  });
  if (released.outcome === "in-review")
    await callApi(leadPage, "POST", `/api/approvals/${released.requestId}`, {
      outcome: "approved",
      note: "",
    });
  return tool;
}

const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible();
const notSaved = (page: Page) =>
  expect(page.getByRole("status").filter({ hasText: "somebody else changed this draft" })).toBeVisible();
const field = (page: Page, name: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${name}(?: \\(required\\))?$`) });
const clash = (page: Page, part: string) => page.getByRole("group", { name: part, exact: true });

test("two people edit one draft at once, and every text of both is found afterwards", async ({
  page,
  openAs,
  problems,
}) => {
  test.setTimeout(240_000);
  // The browser's own line about a save that came too late.
  problems.allow(/409/);
  const other = await openAs("domain-lead");
  const tool = await publishForTwo(page, other);
  const overview = async () => {
    const { operations } = await callApi(page, "GET", `/api/tools/${tool.slug}/draft/overview`);
    return (operations as { title: string; description: string }[])[0];
  };
  for (const window of [page, other]) {
    await window.goto(`/owner/${tool.slug}/operations`);
    await expect(field(window, "Instructions")).toHaveValue("Answer {{text}}.");
  }

  await test.step("different parts are joined without a question", async () => {
    await field(page, "Instructions").fill("Answer {{text}}, as the owner wants it.");
    await saved(page);
    await field(other, "Title").fill("Answer as the lead wants it");
    await saved(other);
    await expect(field(other, "Instructions")).toHaveValue("Answer {{text}}, as the owner wants it.");
    await expect(clash(other, "Instructions")).toHaveCount(0);
  });

  await test.step("the same part is asked, with both texts and the name of the other", async () => {
    await field(page, "Description").fill("Written by the owner.");
    await expect(field(page, "Title")).toHaveValue("Answer as the lead wants it");
    await saved(page);
    await field(other, "Description").fill("Written by the lead.");
    const asked = clash(other, "Description");
    await expect(asked).toContainText("Written by the owner.");
    await expect(asked).toContainText("Written by the lead.");
    await expect(asked).toContainText(`Theirs, by ${owner}`);
    await notSaved(other);
    await expectAccessible(other);
    await expect.poll(async () => (await overview())?.description).toBe("Written by the owner.");
  });

  await test.step("what is typed before the answer counts, and both texts are kept", async () => {
    await field(other, "Description").fill("Written by the lead, who went on.");
    await notSaved(other);
    await clash(other, "Description").getByRole("button", { name: "Keep both: Description" }).click();
    await saved(other);
    const both = "Written by the owner.\n\nWritten by the lead, who went on.";
    await expect(field(other, "Description")).toHaveValue(both);
    await expect.poll(async () => (await overview())?.description).toBe(both);
    await page.reload();
    await expect(field(page, "Description")).toHaveValue(both);
  });

  await test.step("words are joined and asked in the same way", async () => {
    for (const window of [page, other]) {
      await window.goto(`/owner/${tool.slug}/edit`);
      await expect(field(window, "Purpose")).toHaveValue(/does what its name says/);
    }
    await field(page, "Not for").fill("Letters to authorities");
    await field(page, "Docs").fill("# Replies\n\nThe owner's chapter.");
    await saved(page);
    await field(other, "Purpose").fill("Drafts replies to customers.");
    await field(other, "Docs").fill("# Tone\n\nThe lead's chapter.");
    const asked = clash(other, "Docs");
    await expect(asked).toContainText("The owner's chapter.");
    await expect(asked).toContainText("The lead's chapter.");
    await expect(field(other, "Not for")).toHaveValue("Letters to authorities");
    await asked.getByRole("button", { name: "Keep both: Docs" }).click();
    await saved(other);
    await page.reload();
    await expect(field(page, "Docs")).toHaveValue(
      "# Replies\n\nThe owner's chapter.\n\n# Tone\n\nThe lead's chapter.",
    );
    await expect(field(page, "Purpose")).toHaveValue("Drafts replies to customers.");
    await expect(field(page, "Not for")).toHaveValue("Letters to authorities");
  });

  await test.step("a name can only be one: theirs or yours", async () => {
    await field(other, "Name").fill(`${tool.name} of the lead`);
    await saved(other);
    await field(page, "Name").fill(`${tool.name} of the owner`);
    const asked = clash(page, "Name");
    await expect(asked).toContainText(`Theirs, by ${lead}`);
    await expect(asked.getByRole("button", { name: /^Keep both/ })).toHaveCount(0);
    await asked.getByRole("button", { name: /^Take theirs/ }).click();
    await saved(page);
    await expect(field(page, "Name")).toHaveValue(`${tool.name} of the lead`);
  });

  await test.step("the published page went on unchanged, and the trail has both", async () => {
    await page.goto(`/catalog/${tool.slug}`);
    await expect(page.getByRole("heading", { level: 1, name: tool.name, exact: true })).toBeVisible();
    await expect(page.getByText("Letters to authorities")).toHaveCount(0);
    const { events } = await callApi(page, "GET", `/api/tools/${tool.slug}/activity?kind=changes`);
    const sentences = JSON.stringify(events);
    for (const name of [owner, lead]) expect(sentences).toContain(name);
  });
});
