import type { Page } from "@playwright/test";
import { callApi, freshName, type MadeTool, makeDraft, promptOperation } from "./fixtures/drafts.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "owner" });

const notes = (page: Page) => page.getByLabel("Release notes");
const told = (page: Page) => page.getByText(/Somebody released or changed this draft in the meantime/);

/** A tool that its owner alone uses; with `audience` everyone it needs somebody's agreement. */
function draftOf(page: Page, audience: "only-me" | "everyone"): Promise<MadeTool> {
  return makeDraft(page, freshName("Racing Greeter"), "prompt", {
    settings: { audience },
    operations: [promptOperation("Greet {{name}}.", { name: { type: "string", title: "Name" } })],
  });
}

async function versionsOf(page: Page, { slug }: MadeTool): Promise<number> {
  const { versions } = await callApi(page, "GET", `/api/tools/${slug}`);
  return (versions as unknown[]).length;
}

/** Goes to the release page, and waits until its checks let the release through. */
async function ready(page: Page, { slug }: MadeTool, act: RegExp): Promise<void> {
  await page.goto(`/owner/${slug}/release`);
  await expect(page.getByRole("button", { name: act })).toBeEnabled({ timeout: 30_000 });
  await notes(page).fill("Greets people by name.");
}

test("of two releases at once one goes out, and the other window is told", async ({
  page,
  openAs,
  problems,
}) => {
  test.setTimeout(240_000);
  // The browser's own line about the release that came second.
  problems.allow(/409/);
  const other = await openAs("owner");
  const windows = [page, other];

  await test.step("of a tool that nobody has to agree to", async () => {
    const tool = await draftOf(page, "only-me");
    for (const window of windows) await ready(window, tool, /^Publish 1\.0\.0/);
    await Promise.all(windows.map((window) => window.getByRole("button", { name: /^Publish 1/ }).click()));
    const outcomes = windows.map((window) =>
      Promise.race([
        window
          .getByText(`${tool.name} 1.0.0 is published`)
          .waitFor()
          .then(() => "published"),
        told(window)
          .first()
          .waitFor()
          .then(() => "told"),
      ]),
    );
    expect((await Promise.all(outcomes)).toSorted()).toEqual(["published", "told"]);
    for (const window of windows)
      await expect(window.getByText("Nothing differs from version 1.0.0", { exact: false })).toBeVisible();
    expect(await versionsOf(page, tool)).toBe(1);
  });

  await test.step("of one that somebody has to agree to: one request", async () => {
    const tool = await draftOf(page, "everyone");
    for (const window of windows) await ready(window, tool, /^Hand in 1\.0\.0/);
    await Promise.all(windows.map((window) => window.getByRole("button", { name: /^Hand in/ }).click()));
    for (const window of windows)
      await expect(window.getByRole("heading", { name: "Version 1.0.0 waits for approval" })).toBeVisible();
    expect(await versionsOf(page, tool)).toBe(0);
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText("The request was withdrawn")).toBeVisible();
    await expect(page.getByRole("button", { name: "Withdraw" })).toHaveCount(0);
  });

  await test.step("two clicks are one release", async () => {
    const tool = await draftOf(page, "only-me");
    await ready(page, tool, /^Publish 1\.0\.0/);
    await page.getByRole("button", { name: /^Publish 1/ }).dblclick();
    await expect(page.getByText("Nothing differs from version 1.0.0", { exact: false })).toBeVisible();
    await expect(told(page)).toHaveCount(0);
    expect(await versionsOf(page, tool)).toBe(1);
  });
});

test("of two who publish words at once one is told, and sees what is published now", async ({
  page,
  openAs,
  problems,
}) => {
  test.setTimeout(180_000);
  problems.allow(/409/);
  const other = await openAs("owner");
  const tool = await draftOf(page, "only-me");
  const { revision } = await callApi(page, "GET", `/api/tools/${tool.slug}/draft/overview`);
  await callApi(page, "POST", `/api/tools/${tool.slug}/draft/publish`, {
    revision,
    notes: "First.",
    step: "patch",
  });
  await page.goto(`/owner/${tool.slug}/edit`);
  await page.getByRole("textbox", { name: /^Purpose/ }).fill("Greets visitors at the door.");
  await expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible();
  await other.goto(`/owner/${tool.slug}/edit`);
  for (const window of [page, other]) {
    await window.getByRole("button", { name: "Publish", exact: true }).click();
    await notes(window).fill("Says where it greets.");
  }
  await page.getByRole("button", { name: "Publish 1.0.1" }).click();
  await expect(page.getByText(`${tool.name} 1.0.1 is published`)).toBeVisible();
  await other.getByRole("button", { name: "Publish 1.0.1" }).click();
  await expect(other.getByText("It was not published.")).toBeVisible();
  await expect(other.getByRole("dialog")).toHaveCount(0);
  await expect(other.getByRole("status").filter({ hasText: "As published" })).toBeVisible();
  await expect(other.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();

  await test.step("and goes on from there", async () => {
    await other.getByRole("textbox", { name: /^Purpose/ }).fill("Greets visitors at both doors.");
    await expect(other.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible();
    await other.getByRole("button", { name: "Publish", exact: true }).click();
    await other.getByRole("button", { name: "Publish 1.0.2" }).click();
    await expect(other.getByText(`${tool.name} 1.0.2 is published`)).toBeVisible();
    expect(await versionsOf(page, tool)).toBe(3);
  });
});
