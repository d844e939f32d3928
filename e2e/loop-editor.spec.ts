import { callApi, freshName, makeDraft } from "./fixtures/drafts.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "owner" });

const sequence = {
  name: "run",
  title: "Look into it",
  description: "Looks into a question with other tools, and says what each one says.",
  inputSchema: {
    type: "object",
    properties: { request: { type: "string", title: "Request" } },
    required: ["request"],
    additionalProperties: false,
  },
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  binding: { kind: "agent", steps: [] },
  exampleRequests: ["Look into this ticket", "Find out what is known", "What do we know about it?"],
};

type Binding = { kind: string; tools: object[]; limits: object; instructions: string; message?: string };

test("a model's loop is given its tools and its limits, and nothing of it is lost", async ({ page }) => {
  test.setTimeout(180_000);
  const tool = await makeDraft(page, freshName("Case Reader"), "agent", { operations: [sequence] });
  const at = `/api/tools/${tool.slug}/draft`;
  const saved = () => expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible();
  const bindingOf = async () => {
    const { binding } = await callApi(page, "GET", `${at}/operations/run`);
    return binding as Binding;
  };
  const missing = page.getByRole("navigation", { name: "From a draft to a tool" });
  const limit = (name: RegExp) => page.getByRole("spinbutton", { name });

  await page.goto(`/owner/${tool.slug}/operations`);
  await page.getByRole("radio", { name: /^As a model decides/ }).check();
  await expect(missing).toContainText("1 thing missing");

  await test.step("without instructions or tools it says what is missing, at its place", async () => {
    await page.getByRole("button", { name: "2 things missing" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Write instructions." })).toBeVisible();
    await expect(page.getByText("Choose at least one operation.").first()).toBeVisible();
  });

  await test.step("tools are found by a part of their name, and their operations too", async () => {
    await page.getByRole("textbox", { name: "Instructions" }).fill("Find out what is known about it.");
    await page.getByRole("button", { name: "Insert request" }).click();
    await page.getByRole("button", { name: "Add a tool" }).click();
    await page.getByRole("combobox", { name: "Tool", exact: true }).fill(tool.name);
    await expect(page.getByText("No tool of that name")).toBeVisible();
    await page.getByRole("combobox", { name: "Tool", exact: true }).fill("Ticket Desk");
    await page.getByRole("option", { name: /^Ticket Desk/ }).click();
    await page.getByRole("combobox", { name: "Operation" }).fill("count");
    await page.getByRole("option", { name: /countTickets/ }).click();
    await page.getByRole("button", { name: "Add a tool" }).click();
    await page.getByRole("combobox", { name: "Tool", exact: true }).nth(1).fill("Travel and Expenses");
    await page.getByRole("option", { name: /^Travel and Expenses Guide/ }).click();
    await page.getByRole("combobox", { name: "Operation" }).nth(1).click();
    await page.getByRole("listbox").getByRole("option").first().click();
    await saved();
    await expect.poll(async () => (await bindingOf()).tools.length).toBe(2);
    expect((await bindingOf()).tools[0]).toEqual({ tool: "ticket-desk", operation: "countTickets" });
  });

  await test.step("a limit that is none is refused beside its field and stops the release", async () => {
    await limit(/^Rounds of calls/).fill("0");
    await expect(limit(/^Rounds of calls/)).toHaveAttribute("aria-invalid", "true");
    await limit(/^Seconds/).fill("9000");
    await expect(limit(/^Seconds/)).toHaveAttribute("aria-invalid", "true");
    await saved();
    const { operations } = await callApi(page, "GET", `${at}/overview`);
    expect((operations as { problems: string[] }[])[0]?.problems).not.toEqual([]);
    await limit(/^Rounds of calls/).fill("5");
    await limit(/^Seconds/).fill("45");
    await limit(/^Tokens/).fill("20000");
    await limit(/^Agents that call agents/).fill("1");
    await saved();
    await expect
      .poll(async () => (await bindingOf()).limits)
      .toEqual({ steps: 5, seconds: 45, tokens: 20_000, depth: 1 });
  });

  await test.step("a look at the other way costs nothing", async () => {
    await page.getByRole("radio", { name: /^In a fixed sequence/ }).check();
    await expect(page.getByText("There are no steps yet.")).toBeVisible();
    await page.getByRole("radio", { name: /^As a model decides/ }).check();
    await saved();
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Instructions" })).toHaveValue(
      "Find out what is known about it.",
    );
    await expect(page.getByRole("combobox", { name: "Tool", exact: true }).first()).toHaveValue(
      "Ticket Desk",
    );
    await expect(limit(/^Rounds of calls/)).toHaveValue("5");
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Remove tool 2" }).click();
    await expect.poll(async () => (await bindingOf()).tools.length).toBe(1);
    const binding = await bindingOf();
    expect(binding).toMatchObject({ kind: "agent-loop", message: "{{request}}" });
  });

  await test.step("its checks find nothing that stops a release", async () => {
    const { checks } = (await callApi(page, "POST", `${at}/checks`, {})) as {
      checks: { state: string; isRequired: boolean; message: string }[];
    };
    expect(checks.filter((one) => one.isRequired && one.state === "failed")).toEqual([]);
  });
});
