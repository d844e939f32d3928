import { type CallbackService, callbackKey, startCallbackService } from "./fixtures/callback-service.ts";
import { answer, ask, card } from "./fixtures/chat.ts";
import { freshName } from "./fixtures/drafts.ts";
import { type ParcelServer, startParcelServer } from "./fixtures/parcel-server.ts";
import { approve, beginTool, chooseAudience, goToStep, handIn, saved } from "./fixtures/publishing.ts";
import { findTool, openChat, openForm, resultOfCall, run } from "./fixtures/use-tool.ts";
import { expect, scripted, test as withModel } from "./fixtures/with-model.ts";

/** A Weft with a model server, an HTTP service and an MCP server beside it. */
const test = withModel.extend<object, { callbacks: CallbackService; parcels: ParcelServer }>({
  callbacks: [
    async ({ browserName: _browser }, use) => {
      const service = await startCallbackService();
      await use(service);
      await service.close();
    },
    { scope: "worker" },
  ],
  parcels: [
    async ({ browserName: _browser }, use) => {
      const server = await startParcelServer();
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  neighbours: [
    async ({ callbacks, parcels }, use) => use([callbacks.host, parcels.host]),
    { scope: "worker" },
  ],
});

// One worker: a second Weft is enough.
test.describe.configure({ mode: "default", timeout: 180_000 });

const everyone = /^Everyone/;

test("instructions become an assistant that colleagues of another domain use", async ({
  author,
  lead,
  user,
  modelServer,
}) => {
  const name = freshName("Apology Writer");
  const instructions = "Write an apology in two sentences. Name the time that was missed.";
  await test.step("its author writes instructions, tries the draft and hands it in", async () => {
    await beginTool(author, {
      kind: /^Instructions/,
      name,
      purpose: "Writes an apology to a customer whose appointment we missed.",
    });
    await author.getByRole("textbox", { name: "Instructions" }).fill(instructions);
    await author
      .getByLabel("Requests in people's own words")
      .fill("Write an apology for a missed appointment\nApologise to a customer\nSay sorry for a late visit");
    await saved(author);
    await goToStep(author, "Try it");
    await author.getByLabel("Request").fill("The technician did not come at ten.");
    await expect(await run(author)).toContainText("You asked:");
    await chooseAudience(author, everyone);
    await handIn(author, "The first version: apologies for missed visits.");
  });

  await test.step("the lead is told of it, reads it and agrees", async () => {
    await lead.goto("/inbox");
    await lead
      .getByRole("link", { name: new RegExp(name) })
      .first()
      .click();
    await expect(lead.getByRole("heading", { level: 1, name: `${name} 1.0.0` })).toBeVisible();
    await expect(lead.getByText(instructions).first()).toBeVisible();
    await lead.getByRole("button", { name: "Approve" }).click();
    await expect(lead.getByText("Published", { exact: true })).toBeVisible({ timeout: 30_000 });
  });

  await test.step("somebody else finds it and uses it by form", async () => {
    await findTool(user, "apology missed appointment", name);
    await openForm(user);
    await user.getByLabel("Request").fill("[[say We are sorry that nobody came at ten.]]");
    await expect(await run(user)).toContainText("We are sorry that nobody came at ten.");
    expect(JSON.stringify(modelServer.requests.at(-1)?.body.messages)).toContain(instructions);
  });

  await test.step("and in chat", async () => {
    await openChat(user);
    const call = { calls: [{ tool: "write", arguments: { request: "Nobody came at noon." } }] };
    const shown = await ask(user, scripted("Apologise to Ms Weir.", call));
    await expect(await resultOfCall(shown, name)).toContainText("Nobody came at noon.");
  });
});

test("documents become answers in their own words", async ({ author, lead, user }) => {
  const name = freshName("Bicycle Rules");
  await beginTool(author, {
    kind: /^Documents/,
    name,
    purpose: "Says who may borrow a bicycle of the office, and for how long.",
  });
  const lines = ["# Bicycles", "## Lending", "You may borrow a bicycle for three days at most."];
  const text = [...lines, "## Helmets", "Helmets hang beside the door."].join("\n\n");
  await author
    .getByLabel("Choose files")
    .setInputFiles([{ name: "bicycles.md", mimeType: "text/markdown", buffer: Buffer.from(text) }]);
  await expect(author.getByText("1 document added.")).toBeVisible();
  await author
    .getByLabel("Requests in people's own words")
    .fill("How long may I borrow a bicycle?\nWhere are the helmets?\nMay I take a bicycle home?");
  await saved(author);
  await chooseAudience(author, everyone);
  await handIn(author, "The first version: the rules of this year.");
  await approve(lead, name);

  await findTool(user, "borrow a bicycle of the office", name);
  await openForm(user);
  await user.getByLabel("Question").fill("How long may I borrow a bicycle?");
  await expect(await run(user)).toContainText("You may borrow a bicycle for three days at most.");

  await openChat(user);
  const call = { calls: [{ tool: "ask", arguments: { question: "Where are the helmets?" } }] };
  const shown = await ask(user, scripted("Where are the helmets?", call, { say: "At the door." }));
  await expect(shown).toContainText("At the door.");
  await shown.getByText("Called 1 tool").click();
  await shown.getByText(`· ${name}`).click();
  await expect(shown.getByRole("figure").first()).toContainText("Helmets hang beside the door.");
});

test("an OpenAPI document becomes forms and functions of an API that asks for a key", async ({
  author,
  lead,
  user,
  callbacks,
}) => {
  const name = freshName("Callback Planner");
  await test.step("its author connects the document, chooses two operations and gives the key", async () => {
    await beginTool(author, {
      kind: /^An OpenAPI document/,
      name,
      purpose: "Finds free times for a callback to a customer, and books one.",
    });
    await author.getByRole("textbox", { name: "Address" }).fill(callbacks.document);
    await author.getByRole("button", { name: "Read the document" }).click();
    await author.getByRole("checkbox", { name: "Select List free slots" }).check();
    await author.getByRole("checkbox", { name: "Select Book a callback" }).check();
    await author.getByRole("button", { name: "Take over 2 operations" }).click();
    await expect(author.getByText("2 operations are in the draft")).toBeVisible();
    await author.getByLabel(/^Value of/).fill(callbackKey);
    await author.getByRole("button", { name: "Keep the value" }).click();
    await expect(author.getByText("A value is kept").first()).toBeVisible();
  });

  await test.step("tries it, and hands it in", async () => {
    await goToStep(author, "Try it");
    await author.getByLabel("What to run").selectOption("List free slots");
    await author.getByLabel("District").fill("Old Town");
    await expect(await run(author)).toContainText("16:15");
    await chooseAudience(author, everyone);
    await handIn(author, "The first version: times for callbacks.");
  });
  await approve(lead, name);

  await test.step("somebody else reads by form", async () => {
    await findTool(user, "free times callback customer", name);
    await openForm(user);
    await user.getByLabel("What to run").selectOption("List free slots");
    await user.getByLabel("District").fill("Harbour");
    await expect(await run(user)).toContainText("10:30");
  });

  await test.step("and books in chat, where nothing is sent before the person agrees", async () => {
    await openChat(user);
    const bookings = () => callbacks.answered.filter((one) => one.startsWith("POST"));
    const read = { calls: [{ tool: "list_slots", arguments: { district: "Harbour" } }] };
    const book = {
      calls: [{ tool: "book_callbacks", arguments: { slot: "S-5", phone: "0123 4567" } }],
    };
    await ask(user, scripted("Call Ms Weir back.", read, book, { say: "It is booked." }));
    await expect(card(user)).toContainText("0123 4567");
    expect(bookings()).toEqual([]);
    await card(user).getByRole("button", { name: "Run", exact: true }).click();
    await expect(answer(user)).toContainText("It is booked.");
    expect(bookings()).toHaveLength(1);
  });
});

test("an MCP server becomes a tool, pinned as it was reviewed", async ({ author, lead, user, parcels }) => {
  const name = freshName("Parcel Finder");
  await beginTool(author, {
    kind: /^An MCP server/,
    name,
    purpose: "Says in which depot the parcels of a customer lie.",
  });
  await author.getByRole("textbox", { name: "Address" }).fill(parcels.address);
  await author.getByRole("button", { name: "Connect", exact: true }).click();
  await author.getByRole("checkbox", { name: "Select Find parcels" }).check();
  await author.getByRole("button", { name: "Take over 1 operation" }).click();
  await expect(author.getByText("1 operation is in the draft")).toBeVisible();
  await chooseAudience(author, everyone);
  await handIn(author, "The first version: depots of parcels.");
  await approve(lead, name);

  await findTool(user, "depot of a parcel", name);
  await openForm(user);
  await user.getByLabel("Customer").fill("Ms Weir");
  await expect(await run(user)).toContainText("Parcel 7 of Ms Weir lies in Gaia.");

  await openChat(user);
  const call = { calls: [{ tool: "find_parcels", arguments: { customer: "Mr Sallow" } }] };
  const shown = await ask(user, scripted("Where is the parcel of Mr Sallow?", call));
  await expect(shown).toContainText("Parcel 7 of Mr Sallow lies in Gaia.");
});
