import type { Locator, Page } from "@playwright/test";
import { ask } from "./fixtures/chat.ts";
import { freshName } from "./fixtures/drafts.ts";
import {
  approve,
  beginTool,
  chooseAudience,
  goToStep,
  handIn,
  pickPart,
  publishAtOnce,
  saved,
} from "./fixtures/publishing.ts";
import { findTool, openChat, openForm, resultOfCall, run } from "./fixtures/use-tool.ts";
import { expect, scripted, test } from "./fixtures/with-model.ts";

// One worker: a second Weft is enough.
test.describe.configure({ mode: "default", timeout: 180_000 });

const everyone = /^Everyone/;

async function addStep(page: Page, number: number, tool: string, operation: string): Promise<Locator> {
  await page.getByRole("button", { name: "Add a step" }).click();
  const step = page.getByRole("group", { name: `Step ${number}` });
  await pickPart(page, step, tool, operation);
  return step;
}

/** Gives an input of a step what the person asks. */
async function giveRequest(step: Locator, input: string): Promise<void> {
  await step.getByLabel(`${input}: where it comes from`).selectOption("Request or earlier step");
  await expect(step.getByLabel(`${input}: which value`)).toHaveValue("input.request");
}

test("other tools become an agent with a fixed sequence", async ({ author, lead, user }) => {
  const name = freshName("Trip Briefing");
  await test.step("its author puts two tools of the catalog in a row, tries it and hands it in", async () => {
    await beginTool(author, {
      kind: /^Other tools/,
      name,
      purpose: "Quotes the travel rules and lists what our phones cost there.",
    });
    await giveRequest(await addStep(author, 1, "Travel and Expenses Guide", "Ask"), "question");
    await giveRequest(await addStep(author, 2, "Price List and Quotes", "Search the price list"), "text");
    await author
      .getByLabel("Requests in people's own words")
      .fill("Brief me for a trip\nWhat do I need to know before I travel?\nPrepare my trip");
    await saved(author);
    await goToStep(author, "Try it");
    await author.getByLabel("Request").fill("roaming");
    await expect(await run(author)).toContainText("2. Search the price list");
    await chooseAudience(author, everyone);
    await handIn(author, "The first version: rules and prices.");
  });
  await approve(lead, name);

  await findTool(user, "phones cost before a trip", name);
  await openForm(user);
  await user.getByLabel("Request").fill("roaming");
  const result = await run(user);
  await expect(result).toContainText("1. Ask the travel and expenses guide");
  await expect(result).toContainText("Who pays for roaming?");
  await expect(result).toContainText("Business Mobile 100");

  await openChat(user);
  const call = { calls: [{ tool: "run", arguments: { request: "roaming" } }] };
  const shown = await ask(user, scripted("Brief me for a trip.", call, { say: "Here it is." }));
  await expect(shown).toContainText("Here it is.");
  await expect(shown).toContainText(/Called \d+ tools?/);
});

test("other tools become an agent in which a model decides", async ({ author, lead, user }) => {
  const name = freshName("Price Scout");
  await test.step("the lead lets releases of low risk out by themselves", async () => {
    await lead.goto("/approvals");
    await lead.getByRole("radio", { name: /^All are published once their checks pass/ }).check();
    await expect(lead.getByText("Kept for Customer Service")).toBeVisible();
  });

  await test.step("its author gives a model one tool, and publishes without waiting", async () => {
    await beginTool(author, {
      kind: /^Other tools/,
      name,
      purpose: "Looks up what something costs, in as many steps as that takes.",
    });
    await author.getByRole("radio", { name: /^As a model decides/ }).check();
    await author.getByRole("textbox", { name: "Instructions" }).fill("Find prices with the tool you have.");
    await author.getByRole("button", { name: "Add a tool" }).click();
    await pickPart(author, author.locator("main"), "Price List and Quotes", "Search the price list");
    await author
      .getByLabel("Requests in people's own words")
      .fill("What does roaming cost?\nFind me a price\nScout the prices");
    await saved(author);
    await chooseAudience(author, everyone);
    await publishAtOnce(author, "The first version: finds prices.");
  });

  await findTool(user, "scout what something costs", name);
  await openForm(user);
  const search = { calls: [{ tool: "searchPrices", arguments: { text: "roaming" } }] };
  await user.getByLabel("Request").fill(scripted("Roaming?", search, { say: "Roaming has a price." }));
  const result = await run(user);
  await expect(result).toContainText("Roaming has a price.");
  await expect(result).toContainText("Price List and Quotes");

  await openChat(user);
  const call = { calls: [{ tool: "run", arguments: { request: "What does roaming cost?" } }] };
  const shown = await ask(user, scripted("Scout the price of roaming.", call));
  await expect(await resultOfCall(shown, name)).toContainText("What does roaming cost?");
});
