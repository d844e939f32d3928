import { describe, expect, test } from "vitest";
import { plan } from "#lib/models/extractive/plan.ts";
import { type AssistantRequest, stepSchema } from "#lib/models/extractive/schema.ts";
import { topicText } from "#lib/models/extractive/topic-text.ts";

type Candidate = AssistantRequest["candidates"][number];

const ticketId = { type: "string", pattern: "^T-\\d{4}$" };
const tool = {
  toolSlug: "desk",
  toolName: "Ticket desk",
  toolKind: "http" as const,
  description: "Tickets.",
  matchedWords: ["ticket", "tickets"],
};
const show: Candidate = {
  ...tool,
  operationName: "getTicket",
  title: "Show a ticket",
  inputSchema: { type: "object", properties: { ticketId }, required: ["ticketId"] },
  annotations: { readOnly: true },
  score: 0.6,
};
const open: Candidate = {
  ...tool,
  operationName: "createTicket",
  title: "Open a ticket",
  inputSchema: {
    type: "object",
    properties: { title: { type: "string" }, priority: { enum: ["P1", "P2"] } },
    required: ["title"],
  },
  annotations: { readOnly: false },
  score: 0.55,
};
const assign: Candidate = {
  ...tool,
  operationName: "assignTicket",
  title: "Assign a ticket",
  inputSchema: {
    type: "object",
    properties: {
      ticketId,
      assignee: { type: "string", format: "email", description: "E-mail address of a colleague." },
    },
    required: ["ticketId", "assignee"],
  },
  annotations: { readOnly: false },
  score: 0.5,
};
const documents: Candidate = {
  toolSlug: "handbook",
  toolName: "Handbook",
  toolKind: "knowledge",
  operationName: "ask",
  title: "Ask the handbook",
  description: "Rules.",
  matchedWords: ["leave"],
  inputSchema: { type: "object", properties: { question: { type: "string" } }, required: ["question"] },
  annotations: { readOnly: true },
  score: 0.3,
  passageFit: 0.7,
};
const writer: Candidate = {
  ...tool,
  toolSlug: "writer",
  toolName: "Reply writer",
  toolKind: "prompt",
  operationName: "write",
  title: "Write a reply",
  inputSchema: { type: "object", properties: { notes: { type: "string" } } },
  annotations: { readOnly: true },
  score: 0.9,
  isRunnable: false,
};

const directory = {
  operation: {
    toolSlug: "people",
    toolName: "People",
    operationName: "findPeople",
    title: "Find colleagues",
    toolKind: "http" as const,
  },
  queryPath: "name",
  entryFields: { id: "id", email: "email", name: "name" },
};

function ask(text: string, candidates: Candidate[], more: Partial<AssistantRequest> = {}) {
  const step = plan({ text, now: "2026-05-06T10:00:00Z", candidates, decision: "use", directory, ...more });
  return stepSchema.parse(step);
}

describe("call", () => {
  test("a read runs at once with the values named", () => {
    expect(ask("show ticket T-4712", [show, open, assign])).toMatchObject({
      kind: "call",
      operation: { operationName: "getTicket" },
      arguments: { ticketId: "T-4712" },
      needsConfirmation: false,
    });
  });

  test("a write only follows an order, and waits for confirmation", () => {
    expect(ask('open a ticket titled "no light"', [show, open])).toMatchObject({
      kind: "call",
      operation: { operationName: "createTicket" },
      needsConfirmation: true,
    });
    for (const question of [
      "who opened a ticket?",
      "is it wise to open a ticket?",
      "tickets opened today",
      "how do I open a ticket?",
    ]) {
      const step = ask(question, [show, open, assign]);
      expect(step.kind === "call" && step.needsConfirmation, question).toBe(false);
    }
  });

  test("what is missing is asked with the form, filled so far", () => {
    expect(ask("open a P1 ticket", [open])).toMatchObject({
      kind: "ask-form",
      filled: { priority: "P1" },
      missing: ["title"],
    });
  });

  test("a name goes through the directory first; who is meant twice, or nobody, is asked", () => {
    const text = "assign T-4712 to Jack Prosser";
    expect(ask(text, [assign])).toMatchObject({
      kind: "lookup",
      arguments: { name: "Jack Prosser" },
      forPath: "assignee",
    });
    const entry = { id: "1", email: "jack@firm.example", name: "Jack Prosser" };
    expect(ask(text, [assign], { lookups: [{ words: "Jack Prosser", entries: [entry] }] })).toMatchObject({
      kind: "call",
      arguments: { ticketId: "T-4712", assignee: "jack@firm.example" },
      needsConfirmation: true,
    });
    for (const entries of [[], [entry, { ...entry, id: "2", email: "other@firm.example" }]]) {
      const step = ask(text, [assign], { lookups: [{ words: "Jack Prosser", entries }] });
      expect(step).toMatchObject({
        kind: "ask-form",
        filled: { ticketId: "T-4712" },
        doubtful: [{ path: "assignee" }],
      });
    }
    const { directory: _none, ...without } = { directory };
    expect(
      plan({ text, now: "2026-05-06T10:00:00Z", candidates: [assign], decision: "use", ...without }),
    ).toMatchObject({
      kind: "ask-form",
      doubtful: [{ reason: "unknown-person" }],
    });
  });

  test("who somebody is asks the directory", () => {
    expect(ask("who is Inês Carvalho?", [show])).toMatchObject({
      kind: "call",
      arguments: { name: "Inês Carvalho" },
    });
  });

  test("an explicit mention wins over the ranking", () => {
    const step = ask("@handbook how many days", [show, documents], { mentioned: ["handbook"] });
    expect(step).toMatchObject({
      kind: "call",
      operation: { toolSlug: "handbook" },
      arguments: { question: "how many days" },
    });
  });
});

describe("quote", () => {
  test("documents are asked in the person's own words", () => {
    expect(ask("How many days of leave may I carry over?", [show, documents])).toMatchObject({
      kind: "call",
      operation: { operationName: "ask" },
      arguments: { question: "How many days of leave may I carry over?" },
      needsConfirmation: false,
    });
  });

  test("below the stated score they are not asked", () => {
    const step = ask("How many days of leave?", [{ ...documents, passageFit: 0.2 }], { decision: "none" });
    expect(step).toMatchObject({ kind: "decline", reason: "out-of-scope" });
  });

  test("two sets of documents that fit as well are both asked", () => {
    const other = { ...documents, toolSlug: "policy", passageFit: 0.68 };
    expect(ask("may I carry over leave?", [documents, other])).toMatchObject({
      also: { operation: { toolSlug: "policy" } },
    });
  });
});

describe("follow up", () => {
  const lastCall = {
    operation: { ...show, isRunnable: true },
    arguments: { ticketId: "T-4712" },
    request: "show T-4712",
  };

  test.each(["and for T-4713?", "what about 4713", "T-4713?", "e o T-4713?"])("%s", (text) => {
    expect(ask(text, [], { lastCall, decision: "none" })).toMatchObject({
      kind: "call",
      arguments: { ticketId: "T-4713" },
      repeats: [{ path: "ticketId", from: "T-4712", to: "T-4713" }],
    });
  });

  test("what was kept says that it comes from before", () => {
    const list = {
      ...show,
      operationName: "listTickets",
      inputSchema: {
        type: "object",
        properties: {
          site: { type: "string", pattern: "^[A-Z]{3}-\\d{2}$" },
          state: { enum: ["open", "closed"] },
        },
      },
      isRunnable: true,
    };
    const last = {
      operation: list,
      arguments: { site: "BRG-07", state: "open" },
      request: "open tickets of BRG-07",
    };
    expect(ask("and for BRG-09?", [], { lastCall: last })).toMatchObject({
      arguments: { site: "BRG-09", state: "open" },
      filledFrom: { site: { kind: "words" }, state: { kind: "previous" } },
    });
  });

  test("a write repeated still waits for confirmation", () => {
    const last = {
      operation: { ...assign, isRunnable: true },
      arguments: { ticketId: "T-1", assignee: "a@b.example" },
      request: "",
    };
    expect(ask("and T-4713?", [], { lastCall: last })).toMatchObject({ needsConfirmation: true });
  });

  test("a request with words of its own is a new one", () => {
    expect(ask("and open a ticket for T-4713", [open], { lastCall })).toMatchObject({
      operation: { operationName: "createTicket" },
    });
  });

  test("a question goes on from the question before", () => {
    const last = {
      operation: { ...documents, isRunnable: true },
      arguments: { question: "How much leave do I get?" },
      request: "",
    };
    expect(ask("and for part-time staff?", [documents], { lastCall: last })).toMatchObject({
      arguments: { question: "How much leave do I get for part-time staff?" },
    });
  });
});

describe("decline, find, compare, say", () => {
  test.each([
    ["summarise the handbook", "cannot-summarise"],
    ["resume a política de viagens", "cannot-summarise"],
    ["translate this page into Portuguese", "cannot-translate"],
    ["write an e-mail to the customer", "cannot-draft"],
    ["escreve uma carta ao cliente", "cannot-draft"],
    ["should we replace the router?", "cannot-reason"],
    ["o que achas desta regra?", "cannot-reason"],
  ])("%s", (text, reason) => {
    const step = ask(text, [documents, show]);
    expect(step).toMatchObject({
      kind: "decline",
      reason,
      nearest: { operation: { toolSlug: "handbook" } },
      offerModel: false,
    });
    expect(ask(text, [documents], { isAdministrator: true })).toMatchObject({ offerModel: true });
  });

  test.each([
    "draft a ticket about no light",
    "what should I do if I lose my laptop?",
    "give me the summary count of tickets",
  ])("%s is no such request", (text) => {
    expect(ask(text, [show, documents])).not.toMatchObject({ reason: "cannot-draft" });
  });

  test("a tool that needs a model is named, not called", () => {
    expect(ask("reply to the customer politely", [writer])).toMatchObject({
      kind: "decline",
      reason: "needs-model",
      tools: [{ toolSlug: "writer" }],
    });
  });

  test("tools are found with the words they share, each once", () => {
    const step = ask("which tool can I use for tickets?", [show, open, documents]);
    expect(step).toMatchObject({
      kind: "find",
      isSure: true,
      tools: [{ toolSlug: "desk", matchedWords: ["ticket", "tickets"] }, { toolSlug: "handbook" }],
    });
  });

  test("two tools, or two subjects of the documents", () => {
    expect(ask("compare Ticket desk with Handbook", [show, documents])).toEqual({
      kind: "compare-tools",
      slugs: ["desk", "handbook"],
    });
    expect(ask("difference between sick leave and carer leave", [documents])).toMatchObject({
      kind: "compare-passages",
      subjects: [{ arguments: { question: "sick leave" } }, { arguments: { question: "carer leave" } }],
    });
  });

  test("greetings, thanks and help", () => {
    expect(ask("Olá!", [])).toEqual({ kind: "say", phrase: "greeting" });
    expect(ask("thank you very much", [])).toEqual({ kind: "say", phrase: "thanks" });
    expect(ask("what can you do?", [])).toEqual({ kind: "say", phrase: "help" });
    expect(ask("   ", [])).toEqual({ kind: "say", phrase: "help" });
  });
});

test("a message of a megabyte is planned in time", () => {
  const before = performance.now();
  ask(`show T-4712 ${"and some more words ".repeat(50_000)}`, [show, open, documents]);
  expect(performance.now() - before).toBeLessThan(8_000);
});

test("routing sees the topic of a request, not its values", () => {
  expect(topicText("@desk who is on call for BRG-07 on 3 May").split(/\s+/u).filter(Boolean).join(" ")).toBe(
    "who is on call for on",
  );
  expect(topicText("leave balance of Jack Prosser").trim()).toBe("leave balance of");
  expect(topicText("T-4712?")).toBe("T-4712");
  expect(topicText("and yesterday?")).toBe("");
});
