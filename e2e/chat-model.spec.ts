import { type APIRequest, expect, type Page } from "@playwright/test";
import { answer, ask, card, composer, newChat, send, settled } from "./fixtures/chat.ts";
import type { OwnWeft } from "./fixtures/own-weft.ts";
import { startSession } from "./fixtures/sessions.ts";
import { modelKey, scripted, test as withModel } from "./fixtures/with-model.ts";

const test = withModel.extend<{ chat: Page }>({
  chat: async ({ openIn }, use) => use(await openIn("employee")),
});

/** An administrator looks after the model server, so that it is asked again although it has just failed. */
async function lookAfter(ownWeft: OwnWeft, request: APIRequest): Promise<void> {
  const storageState = await startSession(request, ownWeft.url, "admin");
  const headers = { origin: ownWeft.url };
  const client = await request.newContext({ baseURL: ownWeft.url, storageState, extraHTTPHeaders: headers });
  const providers = (await (await client.get("/api/models/providers")).json()) as {
    id: string;
    slug: string;
  }[];
  const providerId = providers.find(({ slug }) => slug === "settings")?.id;
  const probed = await client.post("/api/models/probes", { data: { providerId } });
  expect(probed.ok(), await probed.text()).toBe(true);
  await client.dispose();
}

// One worker: a second Weft is enough.
test.describe.configure({ mode: "default" });

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at + 1}`).join(" ");

test("an answer streams, and says which model wrote it", async ({ chat }) => {
  await newChat(chat);
  await send(chat, scripted("Tell me something.", { say: words(60), pauseMs: 60 }));
  await expect(answer(chat)).toContainText("word3");
  await expect(chat.getByRole("button", { name: "Stop" })).toBeVisible();
  await expect(answer(chat)).not.toContainText("word60");
  await settled(chat);
  await expect(answer(chat)).toContainText("word60");
  await expect(answer(chat)).toContainText("Written by writer");
  await expect(answer(chat)).not.toContainText("Quoted, not generated");
});

test("what a model writes is shown as text, never as markup of the page", async ({ chat, problems }) => {
  const said =
    '**bold** <img src="https://elsewhere.example/x.png"> ![seen](https://elsewhere.example/y.png) ' +
    "[go](javascript:alert(1)) [there](https://elsewhere.example/z)\n\n```js\nconst a = 1;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |";
  await newChat(chat);
  const asked: string[] = [];
  chat.on("request", (request) => asked.push(request.url()));
  const shown = await ask(chat, scripted("Show me.", { say: said }));
  await expect(shown.getByText("bold", { exact: true })).toBeVisible();
  await expect(shown.getByRole("img")).toHaveCount(0);
  await expect(shown.getByRole("link", { name: "go" })).toHaveCount(0);
  await expect(shown.getByRole("link", { name: /there \(elsewhere\.example\)/ })).toHaveAttribute(
    "rel",
    /noopener/,
  );
  await expect(shown.getByRole("table")).toBeVisible();
  await expect(shown.getByText("const a = 1;")).toBeVisible();
  expect(asked.filter((url) => url.includes("elsewhere.example"))).toEqual([]);
  expect(problems.list()).toEqual([]);
});

test("the model calls a tool and writes with what came back", async ({ chat, modelServer }) => {
  await newChat(chat);
  const shown = await ask(
    chat,
    scripted(
      "@ticket-desk Where does T-4712 stand?",
      { calls: [{ tool: "getTicket", arguments: { ticketId: "T-4712" } }] },
      { say: "It is open." },
    ),
  );
  await expect(shown).toContainText("It is open.");
  await shown.getByText("Called 1 tool").click();
  await shown.getByText("· Show a ticket").click();
  await expect(shown.getByRole("tabpanel", { name: "Result" })).toContainText(
    "Number still with the old company",
  );
  const last = modelServer.requests.at(-1)?.body.messages.at(-1);
  expect(last?.role).toBe("tool");
  expect(JSON.stringify(last?.content)).toContain("Number still with the old company");
});

test("wrong arguments go back to the model in words, and it mends them", async ({ chat, modelServer }) => {
  await newChat(chat);
  const shown = await ask(
    chat,
    scripted(
      "@ticket-desk Where does T-4712 stand?",
      { calls: [{ tool: "getTicket", arguments: { number: 4712 } }] },
      { calls: [{ tool: "getTicket", arguments: { ticketId: "T-4712" } }] },
      { say: "Found at the second try." },
    ),
  );
  await expect(shown).toContainText("Found at the second try.");
  const results = modelServer.requests.flatMap(({ body }) =>
    body.messages.filter(({ role }) => role === "tool"),
  );
  expect(JSON.stringify(results)).toMatch(/ticketId/);
});

test("a write that a model wants stops at the card, and what was not run is told to it", async ({ chat }) => {
  const text = `From a model ${Date.now()}`;
  const want = { calls: [{ tool: "addComment", arguments: { ticketId: "T-4712", text } }] };
  await newChat(chat);
  await ask(chat, scripted("@ticket-desk add a comment", want, { say: "Then not." }));
  await expect(card(chat)).toContainText(text);
  await card(chat).getByRole("button", { name: "Don't run" }).click();
  await expect(answer(chat)).toContainText("Then not.");

  await ask(chat, scripted("@ticket-desk add a comment", want, { say: "Done, it is there." }));
  await expect(card(chat)).toContainText(text);
  await chat.reload();
  await card(chat).getByRole("button", { name: "Run", exact: true }).click();
  await expect(answer(chat)).toContainText("Done, it is there.");
  const read = { calls: [{ tool: "listComments", arguments: { ticketId: "T-4712" } }] };
  const shown = await ask(chat, scripted("@ticket-desk read the comments", read));
  expect(((await shown.textContent()) ?? "").split(text).length).toBe(2);
});

test("a reload in the middle of an answer loses nothing", async ({ chat }) => {
  await newChat(chat);
  await send(chat, scripted("At length, please.", { say: words(80), pauseMs: 60 }));
  await expect(answer(chat)).toContainText("word5");
  await chat.reload();
  await expect(answer(chat)).toContainText("word1 word2 word3");
  await settled(chat);
  const text = (await answer(chat).textContent()) ?? "";
  expect(text.match(/word\d+/g)).toEqual(words(80).split(" "));
});

test("an answer goes on while nobody looks", async ({ chat }) => {
  await newChat(chat);
  await send(chat, scripted("Go on without me.", { say: words(40), pauseMs: 50 }));
  await expect(answer(chat)).toContainText("word2");
  const address = chat.url();
  await chat.goto("/catalog");
  await expect(chat.getByRole("heading", { level: 1, name: "Tools" })).toBeVisible();
  await chat.goto(address);
  await settled(chat);
  await expect(answer(chat)).toContainText("word40");
});

test("Stop ends it within a moment and keeps what was written", async ({ chat }) => {
  await newChat(chat);
  await send(chat, scripted("Endlessly.", { say: words(600), pauseMs: 50 }));
  await expect(answer(chat)).toContainText("word4");
  await chat.getByRole("button", { name: "Stop" }).click();
  await settled(chat);
  await expect(answer(chat)).toContainText("Stopped.");
  await expect(answer(chat)).toContainText("word4");
  await chat.reload();
  await expect(answer(chat)).toContainText("word4");
  await expect(chat.getByRole("button", { name: "Send" })).toBeVisible();
});

test("what is typed meanwhile is kept, and sent when the answer is there", async ({ chat }) => {
  await newChat(chat);
  await send(chat, scripted("Slowly.", { say: words(30), pauseMs: 60 }));
  await composer(chat).fill("and next");
  await composer(chat).press("Enter");
  await expect(composer(chat)).toHaveValue("and next");
  await settled(chat);
  await composer(chat).press("Enter");
  await expect(chat.getByRole("article", { name: "Answer" })).toHaveCount(2);
  await expect(await settled(chat)).toContainText("You asked: and next");
});

for (const [what, misbehaves, shown] of [
  ["cuts the stream", "cuts-midway", /interrupted|broke off|lost|cut/i],
  ["fails", "fails", /failed|error/i],
  ["refuses the key", "refuses-key", /key/i],
  ["is asked too often", "rate-limited", /takes no more requests/],
  ["sends nonsense", "nonsense", /cannot be read/],
] as const) {
  test(`a model server that ${what} is explained, and the message is kept`, async ({
    chat,
    ownWeft,
    playwright,
  }) => {
    test.slow();
    await newChat(chat);
    await ask(chat, scripted("Please.", { say: "The first half and the second half.", misbehaves }));
    await expect(answer(chat)).toContainText(shown);
    await expect(answer(chat)).not.toContainText(modelKey);
    await expect(chat.getByText("Please.").first()).toBeVisible();
    await chat.reload();
    await expect(answer(chat)).toContainText(shown);
    await lookAfter(ownWeft, playwright.request);
    await expect(await ask(chat, "Still there?")).toContainText("You asked: Still there?");
  });
}

test("what was written before the stream was cut is kept", async ({ chat }) => {
  await newChat(chat);
  await ask(
    chat,
    scripted("Please.", { say: "First half here and second half there.", misbehaves: "cuts-midway" }),
  );
  await expect(answer(chat)).toContainText("First half");
});

test("a session that ends in mid-stream ends the window, not the answer", async ({
  chat,
  ownWeft,
  problems,
}) => {
  problems.allow(/401/);
  await newChat(chat);
  await send(chat, scripted("On and on.", { say: words(200), pauseMs: 60 }));
  await expect(answer(chat)).toContainText("word3");
  const mine = await chat.request.get("/api/sessions");
  const sessions = (await mine.json()) as { id: string; isCurrent: boolean }[];
  const current = sessions.find(({ isCurrent }) => isCurrent);
  await chat.request.delete(`/api/sessions/${current?.id}`, { headers: { origin: ownWeft.url } });
  const notice = answer(chat).getByText("Your session has ended. Sign in again; the answer goes on");
  await expect(notice).toBeVisible();
  await expect(answer(chat)).not.toContainText("word200");
  const address = chat.url();
  await answer(chat).getByRole("link", { name: "Sign in" }).click();
  // The page that is left has a button of that name too: the menu of the account.
  await expect(chat.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await chat.getByRole("button", { name: /Amelia Hart/ }).click();
  await expect(chat).toHaveURL(address);
  await settled(chat);
  await expect(answer(chat)).toContainText("word200");
});
