import { answer, card } from "./fixtures/chat.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./fixtures/looks.ts";
import { makeOwnTool, ticketSteps } from "./fixtures/own-tool.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "owner" });

test("a draft runs by form and in a chat of its own, and what it would change waits for its owner", async ({
  page,
  baseURL,
}) => {
  test.slow();
  const half = { ...ticketSteps("half"), title: "Half done", binding: { kind: "agent", steps: [] } };
  const operations = [ticketSteps("look"), ticketSteps("prepare", true), half];
  const { slug } = await makeOwnTool(page.request, baseURL ?? "", { operations });
  await page.goto(`/owner/${slug}/playground`);
  await expect(page.getByText("“Half done” cannot run yet")).toBeVisible();
  await expect(page.getByText("is not finished: Add a step.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Run", exact: true }).click();
  const result = page.getByRole("region", { name: "Result" });
  await expect(result.getByText("version draft")).toBeVisible();
  await expect(result.getByText("1. Find tickets")).toBeVisible();
  await page.getByLabel("What to run").selectOption("Prepare a ticket");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(result.getByText("Prepared, not run:")).toBeVisible();

  const chat = page.getByRole("region", { name: "In a chat with the draft" }).last();
  await chat.getByRole("button", { name: "Prepare a ticket" }).click();
  await expect(answer(page)).toBeVisible();
  await expect(card(page)).toContainText("No light on the line");
  await card(page)
    .getByRole("button", { name: /^Don.t run/ })
    .click();
  await expect(card(page)).toHaveCount(0);
  await chat.getByRole("button", { name: "New chat" }).click();
  await expect(chat.getByRole("button", { name: "Which tickets are there?" })).toBeVisible();

  // The conversation stands in no list; the calls stand in the person's own.
  const { conversations } = await (await page.request.get("/api/conversations?limit=100")).json();
  expect(conversations.map(({ title }: { title: string }) => title)).not.toContain("Prepare a ticket");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/owner/${slug}/playground`);
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("nobody but those who edit a tool gets into its playground", async ({ page, openAs, baseURL }) => {
  const { slug } = await makeOwnTool(page.request, baseURL ?? "", { operations: [ticketSteps("look")] });
  const other = await openAs("employee");
  const headers = { origin: baseURL ?? "" };
  const tryOf = (tool: string) =>
    other.request.post(`/api/owner/${tool}/playground/operations/look/calls`, {
      data: { arguments: {} },
      headers,
    });
  const beginOf = (tool: string) =>
    other.request.post(`/api/owner/${tool}/playground/conversations`, { headers });
  expect((await tryOf(slug)).status()).toBe(404);
  expect((await beginOf(slug)).status()).toBe(404);
  expect((await tryOf("alarm-assistant")).status()).toBe(403);
  expect((await beginOf("alarm-assistant")).status()).toBe(403);
  await other.goto("/owner/alarm-assistant/playground");
  await expect(other.getByRole("button", { name: "Run", exact: true })).toHaveCount(0);
  await expect(other.getByText("may edit it")).toBeVisible();
});
