import type { Page } from "@playwright/test";
import { answer, card } from "./fixtures/chat.ts";
import { makeOwnTool } from "./fixtures/own-tool.ts";
import { directive, expect, test as withModel } from "./fixtures/with-model.ts";

const test = withModel.extend<{ owner: Page }>({
  owner: async ({ openIn }, use) => use(await openIn("owner")),
});

/** A loop over tickets; the person's message is handed on, so that it also tells the model what to do. */
const loop = (steps: number) => ({
  name: "work",
  title: "Work with tickets",
  description: "Answers questions about tickets.",
  inputSchema: {
    type: "object",
    properties: { request: { type: "string", minLength: 1 } },
    required: ["request"],
    additionalProperties: false,
  },
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  exampleRequests: ["Count the tickets", "How many tickets are there?", "Work with tickets"],
  binding: {
    kind: "agent-loop",
    instructions: "Answer questions about tickets with the tools you have.",
    message: "{{request}}",
    modelAlias: "default",
    tools: ["countTickets", "withdrawTicket"].map((operation) => ({ tool: "ticket-desk", operation })),
    limits: { depth: 1, steps, seconds: 60, tokens: 100_000 },
  },
});

const count = directive({ calls: [{ tool: "countTickets", arguments: {} }] });

test("a loop works with tools under its limits, and prepares what would change something", async ({
  owner,
  ownWeft,
}) => {
  test.slow();
  const { slug, name } = await makeOwnTool(owner.request, ownWeft.url, {
    operations: [loop(1)],
    release: true,
  });
  await owner.goto(`/catalog/${slug}`);
  await expect(owner.getByRole("heading", { name: "A model works with these tools" })).toBeVisible();
  await expect(owner.getByText(/Rounds of calls: 1/)).toBeVisible();

  const result = owner.getByRole("region", { name: "Result" });
  const run = async (request: string) => {
    await owner.goto(`/use/${slug}`);
    await expect(owner.getByRole("heading", { level: 1, name })).toBeVisible();
    await owner.getByLabel("Request").fill(request);
    await owner.getByRole("button", { name: "Run", exact: true }).click();
  };
  await run(`${count} [[say There are some.]]`);
  await expect(result.getByText("There are some.")).toBeVisible();
  await expect(result.getByText("It stopped at its limit of 1 round of tool calls.")).toBeVisible();
  await expect(result.getByText("Ticket Desk").first()).toBeVisible();

  const withdraw = directive({ calls: [{ tool: "withdrawTicket", arguments: { ticketId: "T-4711" } }] });
  await run(`${withdraw} [[say It is ready to be withdrawn.]]`);
  await expect(result.getByText("Prepared, not run:")).toBeVisible();
  await expect(result.getByText("It is ready to be withdrawn.")).toBeVisible();
});

test("the draft of a loop is tried in the playground with its whole trace", async ({ owner, ownWeft }) => {
  test.slow();
  const { slug } = await makeOwnTool(owner.request, ownWeft.url, { operations: [loop(3)] });
  await owner.goto(`/owner/${slug}/playground`);
  const outer = directive({ calls: [{ tool: "work", arguments: { request: "How many are there?" } }] });
  const chat = owner.getByRole("region", { name: "In a chat with the draft" }).last();
  await chat.getByLabel("Message").fill(`Count. ${outer}`);
  await chat.getByRole("button", { name: "Send" }).click();
  // The model server repeats what it was asked, once as the loop's model and once as the chat's.
  await expect(answer(owner)).toContainText("You asked: How many are there?");
  await expect(answer(owner)).toContainText("The tool answered:");
  await expect(card(owner)).toHaveCount(0);
});
