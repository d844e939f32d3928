import { answer, ask, card, composer, newChat, send, settled } from "./fixtures/chat.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

const comment = "@ticket-desk add a comment to T-4712";

test.describe("a tool by name", () => {
  test("an operation of an API", async ({ page }) => {
    await newChat(page);
    const shown = await ask(page, "@ticket-desk Show ticket T-4712");
    await expect(shown).toContainText(/Ticket Desk\s*·\s*Quoted, not generated/);
    await expect(shown).toContainText("Number still with the old company");
  });

  test("a tool of an MCP server", async ({ page }) => {
    await newChat(page);
    const shown = await ask(page, "@network-inventory who is on call for BRG-07?");
    await expect(shown).toContainText("Bronwen Pugh");
  });

  test("documents, with a citation that opens the passage", async ({ page }) => {
    await newChat(page);
    const shown = await ask(page, "@adviser-guide What do we pay when a technician misses an appointment?");
    const passage = shown.getByRole("figure").first();
    await expect(passage.locator("mark").first()).toContainText("£30.00");
    await passage.getByRole("link", { name: "Fees and compensation" }).click();
    await expect(page).toHaveURL(/\/sources\//);
    await expect(page.locator("#passage mark").first()).toContainText("£30.00");
  });

  test("the list under an @ is used by keyboard", async ({ page }) => {
    await newChat(page);
    await composer(page).pressSequentially("@ticket");
    const options = page.getByRole("listbox", { name: "Tools" }).getByRole("option");
    await expect(options.filter({ hasText: /^Ticket Desk/ })).toBeVisible();
    while ((await options.filter({ hasText: /^Ticket Desk/ }).getAttribute("aria-selected")) !== "true") {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
    await expect(composer(page)).toHaveValue("@ticket-desk ");
    await expect(composer(page)).toBeFocused();
  });

  test("one that may not be used: the reason and whom to ask", async ({ page }) => {
    await newChat(page);
    const shown = await ask(page, "@salary-bands What is band B5 in Porto?");
    await expect(shown).toContainText("only the Pay and Benefits team may look them up");
    await expect(shown).toContainText("Ask Margarida Teles in #pay.");
  });
});

test.describe("without a name", () => {
  test("Weft chooses, and shows why", async ({ page }) => {
    await newChat(page);
    const shown = await ask(page, "Which P1 and P2 tickets are overdue?");
    await expect(shown.getByRole("table", { name: "Result" })).toBeVisible();
    await shown.getByRole("button", { name: "Why this tool" }).click();
    const panel = page.getByRole("dialog", { name: "Why this tool" });
    await expect(panel.getByRole("listitem").first()).toContainText("Ticket Desk");
    await expect(panel.getByRole("listitem").first()).toContainText("chosen");
    await expect(panel.getByRole("heading", { name: "How it was decided" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(shown.getByRole("button", { name: "Why this tool" })).toBeFocused();
  });

  test("another candidate is one click away", async ({ page }) => {
    await newChat(page);
    await ask(page, "What are the first steps for LOS-4417?");
    await answer(page).getByRole("button", { name: "Why this tool" }).click();
    const panel = page.getByRole("dialog", { name: "Why this tool" });
    const other = panel.getByRole("listitem").filter({ has: page.getByRole("button", { name: "use this" }) });
    const name = (await other.first().getByRole("link").textContent()) ?? "";
    await other.first().getByRole("button", { name: "use this" }).click();
    await expect(page.getByRole("article", { name: "Answer" })).toHaveCount(2);
    await expect(await settled(page)).toContainText(name);
  });

  test("a starter really runs", async ({ page }) => {
    await newChat(page);
    const starter = page.getByRole("region", { name: "Requests that work now" }).getByRole("button").first();
    await starter.click();
    await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
    await expect(await settled(page)).toContainText(/Called \d tool/);
  });

  test("what nothing covers is declined honestly", async ({ page }) => {
    await newChat(page);
    const shown = await ask(page, "What is a good wine for fish?");
    await expect(shown).toContainText(/found nothing/);
    await expect(shown.getByRole("figure")).toHaveCount(0);
  });

  test("what is sent, and what came back, can be read in full", async ({ page }) => {
    await newChat(page);
    const shown = await ask(page, "@ticket-desk Show ticket T-4712");
    await shown.getByText("Called 1 tool").click();
    await shown.getByText("· Show a ticket").click();
    await shown.getByRole("tab", { name: "Arguments" }).click();
    await expect(shown.getByRole("tabpanel", { name: "Arguments" })).toContainText("T-4712");
    await shown.getByRole("tab", { name: "Result" }).click();
    await expect(shown.getByRole("tabpanel", { name: "Result" })).toContainText(
      "Number still with the old company",
    );
  });
});

test.describe("a form in the thread", () => {
  test("asks for what is missing, filled as far as the request goes", async ({ page }) => {
    await newChat(page);
    const shown = await ask(page, "@ticket-desk open a ticket for BRG-07");
    const form = shown.getByRole("form", { name: /Open a ticket/ });
    await expect(form.getByRole("textbox", { name: "Site" })).toHaveValue("BRG-07");
    await expect(form).toContainText("from “BRG-07”");
    await form.getByRole("button", { name: "Continue" }).click();
    await expect(form.getByRole("textbox", { name: "Title" })).toHaveAttribute("aria-invalid", "true");
    await form.getByRole("textbox", { name: "Title" }).fill("Door alarm, nobody there");
    await form.getByRole("combobox", { name: "Category" }).selectOption("network-alarm");
    await form.getByRole("button", { name: "Continue" }).click();
    await expect(card(page)).toContainText("Door alarm, nobody there");
    await card(page).getByRole("button", { name: "Don't run" }).click();
    await expect(card(page)).toHaveCount(0);
  });

  test("can be put aside", async ({ page }) => {
    await newChat(page);
    const shown = await ask(page, "@ticket-desk open a ticket");
    await shown.getByRole("button", { name: "Not now" }).click();
    await expect(shown).toContainText("form dismissed");
  });
});

test.describe("what changes something", () => {
  test("runs only after Run, with exactly what the card shows, and only once", async ({ page }) => {
    const text = `Rang at ${Date.now()}`;
    await newChat(page);
    await ask(page, `${comment}: "${text}"`);
    await expect(card(page)).toContainText(text);
    await expect(card(page)).toContainText("T-4712");
    await expect(card(page)).toContainText("Nothing has been sent yet.");
    await page.reload();
    await expect(card(page)).toContainText(text);
    await card(page).getByRole("button", { name: "Run", exact: true }).click();
    await expect(card(page)).toHaveCount(0);
    await settled(page);
    const read = await ask(page, "@ticket-desk read the comments on T-4712");
    await expect(read.getByRole("cell", { name: text })).toHaveCount(1);
  });

  test("is left alone after Don't run", async ({ page }) => {
    const text = `Never said ${Date.now()}`;
    await newChat(page);
    await ask(page, `${comment}: "${text}"`);
    await card(page).getByRole("button", { name: "Don't run" }).click();
    await expect(card(page)).toHaveCount(0);
    await answer(page).getByText("Called 1 tool").click();
    await expect(answer(page)).toContainText("not run");
    const read = await ask(page, "@ticket-desk read the comments on T-4712");
    await expect(read).not.toContainText(text);
  });

  test("can be changed before it runs", async ({ page }) => {
    const [before, after] = [`Draft ${Date.now()}`, `Final ${Date.now()}`];
    await newChat(page);
    await ask(page, `${comment}: "${before}"`);
    await card(page).getByRole("button", { name: "Edit" }).click();
    await card(page).getByRole("textbox", { name: "Text" }).fill(after);
    await card(page).getByRole("button", { name: "Run", exact: true }).click();
    await expect(card(page)).toHaveCount(0);
    await settled(page);
    const read = await ask(page, "@ticket-desk read the comments on T-4712");
    await expect(read.getByRole("cell", { name: after })).toHaveCount(1);
    await expect(read).not.toContainText(before);
  });

  test("the second answer to a card is told that it comes too late", async ({ page, baseURL }) => {
    const text = `Once ${Date.now()}`;
    await newChat(page);
    const answered = page.waitForRequest(/\/api\/calls\/[^/]+\/answer$/);
    await ask(page, `${comment}: "${text}"`);
    await card(page).getByRole("button", { name: "Don't run" }).click();
    await expect(card(page)).toHaveCount(0);
    const late = await page.request.post((await answered).url(), {
      data: { answer: "run" },
      headers: { origin: baseURL ?? "" },
    });
    expect(late.status()).toBe(409);
    const read = await ask(page, "@ticket-desk read the comments on T-4712");
    await expect(read).not.toContainText(text);
  });
});

test.describe("the conversation", () => {
  test("follows up: the same again with one value changed, and says so", async ({ page }) => {
    await newChat(page);
    await ask(page, "@ticket-desk Show ticket T-4712");
    const shown = await ask(page, "and for T-4708?");
    await expect(shown).toContainText("with ticket id T-4708 instead of T-4712");
    await expect(shown.getByText("T-4708", { exact: true }).first()).toBeVisible();
  });

  test("is renamed, deleted, and brought back", async ({ page }) => {
    const title = `Renamed ${Date.now()}`;
    await newChat(page);
    await ask(page, "@ticket-desk Show ticket T-4712");
    const list = page.getByRole("navigation", { name: "Conversations" });
    // Not the first: another window of the same person may just have begun one.
    const row = list.getByRole("listitem").filter({ has: page.locator("[aria-current=page]") });
    await row.hover();
    await row.getByRole("button", { name: /^Actions for/ }).click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
    await page.getByRole("textbox", { name: "Title" }).fill(title);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(list.getByRole("link", { name: title })).toBeVisible();

    await row.hover();
    await list.getByRole("button", { name: `Actions for ${title}` }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(page).toHaveURL("/chat");
    await expect(list.getByRole("link", { name: title })).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await list.getByRole("link", { name: title }).click();
    await expect(answer(page)).toContainText("Number still with the old company");
  });

  test("is found by its title", async ({ page }) => {
    await page.goto("/chat");
    const list = page.getByRole("navigation", { name: "Conversations" });
    await list.getByRole("searchbox").fill("roaming price");
    await expect(list.getByRole("link", { name: /Roaming price for Japan/ })).toBeVisible();
    await expect(list.getByRole("listitem")).toHaveCount(1);
  });

  test("opened from a tool's page is with that tool", async ({ page }) => {
    await page.goto("/catalog/ticket-desk");
    await page.getByRole("link", { name: "Use in chat" }).click();
    await expect(page.getByRole("button", { name: /^Tool: Ticket Desk/ })).toBeVisible();
    const shown = await ask(page, "Show ticket T-4712");
    await expect(shown).toContainText("Number still with the old company");
    await expect(page.getByRole("main").getByRole("link", { name: "Ticket Desk" }).first()).toBeVisible();
  });

  test("an unsent text is kept over a reload", async ({ page }) => {
    await newChat(page);
    await composer(page).fill("half a thought");
    await page.reload();
    await expect(composer(page)).toHaveValue("half a thought");
    await composer(page).fill("");
  });

  test("a message that could not be sent is kept, with what to do", async ({ page, problems }) => {
    problems.allow(/Failed to load resource|net::ERR/);
    await newChat(page);
    await page.route("**/messages", (route) => route.abort());
    await composer(page).fill("Show ticket T-4712");
    await page.keyboard.press("Enter");
    await expect(composer(page)).toHaveValue("Show ticket T-4712");
    await page.unroute("**/messages");
    await send(page, "Show ticket T-4712");
    await expect(await settled(page)).toContainText("Number still with the old company");
  });

  test("another tab sees the answer as it is made", async ({ page, openAs }) => {
    await newChat(page);
    await ask(page, `${comment}: "From one tab ${Date.now()}"`);
    const other = await openAs("employee");
    await other.goto(page.url());
    await expect(card(other)).toBeVisible();
    await card(page).getByRole("button", { name: "Don't run" }).click();
    await expect(card(other)).toHaveCount(0);
  });

  test("somebody else's is not found", async ({ page, openAs, problems }) => {
    problems.allow(/404/);
    await newChat(page);
    await ask(page, "@ticket-desk Show ticket T-4712");
    const other = await openAs("sales");
    await other.goto(page.url());
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("This page does not exist");
  });
});
