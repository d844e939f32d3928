import { describe, expect, test } from "vitest";
import { type Filling, fillArguments } from "#lib/models/extractive/fill-arguments.ts";
import { readMentions } from "#lib/models/extractive/mentions.ts";
import type { JsonObject, ResolvedLookup } from "#lib/models/extractive/schema.ts";
import { readVerb } from "#lib/models/extractive/verbs.ts";

const clock = { now: "2026-05-06T10:00:00Z", timeZone: "Europe/London", language: "en" as const };
const self = { id: "E-1", email: "ana@firm.example", name: "Ana Reis" };

interface Given {
  readonly isWrite?: boolean;
  readonly lookups?: readonly ResolvedLookup[];
  readonly title?: string;
  readonly required?: readonly string[];
  readonly hasDirectory?: boolean;
}

function fill(text: string, properties: JsonObject, given: Given = {}): Filling {
  const mentions = readMentions(text, clock);
  return fillArguments({
    operation: {
      inputSchema: { type: "object", properties, required: [...(given.required ?? [])] },
      annotations: { readOnly: given.isWrite !== true },
      title: given.title ?? "Do it",
      operationName: "doIt",
    },
    mentions,
    language: "en",
    timeZone: clock.timeZone,
    verb: readVerb(text, mentions.words)?.at ?? null,
    people: { self, lookups: given.lookups ?? [], hasDirectory: given.hasDirectory ?? true },
  });
}

const ticketId = { type: "string", pattern: "^T-\\d{4}$" };
const siteId = { type: "string", pattern: "^[A-Z]{3}-\\d{2}$" };
const status = { type: "array", items: { enum: ["new", "in-progress", "waiting-for-customer", "closed"] } };

describe("ids", () => {
  test.each([
    ["show T-4712", "T-4712"],
    ["show t-4712 please", "T-4712"],
    ["show T4712", "T-4712"],
    ["ticket 4712", "T-4712"],
  ])("%s", (text, expected) => {
    expect(fill(text, { ticketId }).arguments).toEqual({ ticketId: expected });
  });

  test("two of them are doubtful for one input and both right for a list", () => {
    const text = "T-4712 and T-4713";
    expect(fill(text, { ticketId }).doubtful).toMatchObject([{ path: "ticketId", reason: "several-values" }]);
    expect(fill(text, { ids: { type: "array", items: ticketId } }).arguments).toEqual({
      ids: ["T-4712", "T-4713"],
    });
  });

  test("a short word before a number is no part of the id", () => {
    const code = { type: "string", pattern: "^[A-Z]{2,5}(-[A-Z0-9]{1,10}){1,2}$" };
    expect(
      fill("prices of FIB-100 and FIB-500", { codes: { type: "array", items: code } }).arguments,
    ).toEqual({
      codes: ["FIB-100", "FIB-500"],
    });
    expect(
      fill("what became of 4712", { id: { type: "string", pattern: "^[A-Z]{2}-\\d{4}$" } }).arguments,
    ).toEqual({});
  });

  test("without a pattern the examples give the shape", () => {
    const schema = { type: "string", description: "Ticket number.", examples: ["T-1000"] };
    expect(fill("look at T-4712", { number: schema }).arguments).toEqual({ number: "T-4712" });
    expect(fill("look at BRG-07", { number: schema }).arguments).toEqual({});
  });

  test("what no input takes is named", () => {
    expect(fill("T-4712 at BRG-07 from 3 May", { ticketId }).unused).toEqual(["BRG-07", "3 May"]);
  });

  test("a pattern that would run for ever is not run", () => {
    const text = `look at ${"a".repeat(30)}1`;
    const before = performance.now();
    fill(text, { id: { type: "string", pattern: "^(a+)+$" } });
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe("enumerations", () => {
  test.each([
    ["tickets in progress", ["in-progress"]],
    ["closed and new tickets", ["closed", "new"]],
    ["open tickets", ["new", "in-progress", "waiting-for-customer"]],
    ["tickets opened yesterday", undefined],
    ["bilhetes fechados", ["closed"]],
  ])("%s", (text, expected) => {
    const filled = fill(text, { status }).arguments.status;
    expect(Array.isArray(filled) ? [...filled].sort() : filled).toEqual(expected && [...expected].sort());
  });

  test("the verb is no value, unless the operation makes it so", () => {
    const one = { enum: ["open", "closed"] };
    expect(fill("open a ticket", { status: one }, { isWrite: true }).arguments).toEqual({ status: "open" });
    expect(fill("open the report", { status: one }).arguments).toEqual({});
    expect(fill("close T-4712", { ticketId, status: one }, { isWrite: true }).arguments).toEqual({
      ticketId: "T-4712",
      status: "closed",
    });
  });

  test("synonyms come from x-synonyms and from the description", () => {
    const listed = { enum: ["P1", "P2"], "x-synonyms": { P1: ["critical", "urgent"] } };
    expect(fill("an urgent ticket", { priority: listed }).arguments).toEqual({ priority: "P1" });
    const described = { enum: ["P1", "P2"], description: "P1 (critical, burning), P2 (high)." };
    expect(fill("a burning problem", { priority: described }).arguments).toEqual({ priority: "P1" });
  });

  test("one letter counts only beside its name", () => {
    const zone = { enum: ["A", "B"] };
    expect(fill("prices of zone B", { zone }).arguments).toEqual({ zone: "B" });
    expect(fill("is a pass needed", { zone }).arguments).toEqual({});
  });

  test("two values for one input are doubtful", () => {
    const { doubtful, arguments: filled } = fill("new or closed", { status: { enum: ["new", "closed"] } });
    expect(filled).toEqual({});
    expect(doubtful[0]).toMatchObject({ path: "status", reason: "several-values" });
  });

  test("an order needs a by", () => {
    const groupBy = { enum: ["day", "team"], default: "team" };
    expect(fill("how many in the last 3 days", { groupBy }).arguments).toEqual({});
    expect(fill("count by day", { groupBy }).arguments).toEqual({ groupBy: "day" });
  });
});

describe("days", () => {
  const from = { type: "string", format: "date" };
  const to = from;
  test.each([
    ["between 3 and 5 May", { from: "2026-05-03", to: "2026-05-05" }],
    ["since yesterday", { from: "2026-05-05" }],
    ["until 5 May", { to: "2026-05-05" }],
    ["on 5 May", { from: "2026-05-05", to: "2026-05-05" }],
  ])("%s", (text, expected) => {
    expect(fill(text, { from, to }).arguments).toEqual(expected);
  });

  test("a deadline is only filled by a deadline", () => {
    const resolveBy = { type: "string", format: "date" };
    expect(fill("no light since yesterday", { resolveBy }).arguments).toEqual({});
    expect(fill("solve it by 8 May", { resolveBy }).arguments).toEqual({ resolveBy: "2026-05-08" });
  });

  test("a day with two readings goes to the form", () => {
    expect(fill("on 3/5", { day: from }).doubtful).toMatchObject([
      { path: "day", reason: "unclear-date", choices: [{ value: "2026-05-03" }, { value: "2026-03-05" }] },
    ]);
  });

  test("an instant follows the person's time zone", () => {
    const at = { type: "string", format: "date-time" };
    expect(fill("tomorrow at 18:00", { at }).arguments).toEqual({ at: "2026-05-07T17:00:00.000Z" });
    expect(fill("since 08:00", { raisedAfter: at }).arguments).toEqual({
      raisedAfter: "2026-05-06T07:00:00.000Z",
    });
    expect(fill("since 08:00", { from }).unused).toEqual(["08:00"]);
  });
});

describe("numbers", () => {
  test("money fills amount and currency, and never a limit", () => {
    const properties = {
      amount: { type: "number" },
      currency: { enum: ["GBP", "EUR"] },
      limit: { type: "integer", default: 20 },
    };
    expect(fill("who approves £1,200?", properties).arguments).toEqual({ amount: 1200, currency: "GBP" });
    expect(fill("quem aprova 6.500,50 euros?", properties).arguments).toEqual({
      amount: 6500.5,
      currency: "EUR",
    });
    expect(fill("the 5 newest", properties).arguments).toEqual({ limit: 5 });
  });

  test("a bound goes to the bound it names", () => {
    const properties = { minTotal: { type: "number" }, maxTotal: { type: "number" } };
    expect(fill("claims over £500", properties).arguments).toEqual({ minTotal: 500 });
    expect(fill("claims under £500", properties).arguments).toEqual({ maxTotal: 500 });
    expect(fill("claims of £500", properties).arguments).toEqual({});
  });

  test("a number needs its name or unit; out of bounds it is doubtful", () => {
    const days = { type: "integer", minimum: 1, maximum: 60 };
    expect(fill("advance for 3 days", { days }).arguments).toEqual({ days: 3 });
    expect(fill("3 of them", { days }).arguments).toEqual({});
    expect(fill("advance for 90 days", { days }).doubtful).toMatchObject([
      { path: "days", reason: "not-accepted" },
    ]);
  });
});

describe("people", () => {
  const assignee = { type: "string", format: "email", description: "E-mail address of a colleague." };
  const found = [
    { words: "Jack Prosser", entries: [{ id: "N1", email: "jack@firm.example", name: "Jack Prosser" }] },
  ];

  test("a name is looked up, then filled, and says so", () => {
    expect(fill("assign it to Jack Prosser", { assignee }).lookup).toMatchObject({
      at: { words: "Jack Prosser" },
    });
    const { arguments: filled, filledFrom } = fill(
      "assign it to Jack Prosser",
      { assignee },
      { lookups: found },
    );
    expect(filled).toEqual({ assignee: "jack@firm.example" });
    expect(filledFrom.assignee).toMatchObject({
      kind: "lookup",
      label: "Jack Prosser",
      at: { words: "Jack Prosser" },
    });
  });

  test("nobody, or several of the name, goes to the form", () => {
    const none = [{ words: "Jack Prosser", entries: [] }];
    expect(fill("assign it to Jack Prosser", { assignee }, { lookups: none }).doubtful).toMatchObject([
      { reason: "unknown-person" },
    ]);
    const two = [
      {
        words: "Maria",
        entries: [1, 2].map((n) => ({ id: `${n}`, email: `m${n}@firm.example`, name: "Maria" })),
      },
    ];
    expect(fill("assign it to Maria", { assignee }, { lookups: two }).doubtful).toMatchObject([
      { reason: "several-people", choices: [{ value: "m1@firm.example" }, { value: "m2@firm.example" }] },
    ]);
  });

  test("oneself is only meant where a word says so", () => {
    const given = { title: "Find tickets" };
    expect(fill("my tickets", { assignee }, given).arguments).toEqual({ assignee: self.email });
    expect(fill("tickets assigned to me", { assignee }, given).arguments).toEqual({ assignee: self.email });
    expect(fill("can I see tickets", { assignee }, given).arguments).toEqual({});
    const person = { type: "string", description: "E-mail address or full name of the person." };
    expect(
      fill("how many days do I have", { person }, { required: ["person"] }).filledFrom.person,
    ).toMatchObject({ kind: "self" });
    expect(fill("leave of Jack Prosser", { person }, { required: ["person"] }).arguments).toEqual({
      person: "Jack Prosser",
    });
  });

  test("an address is taken as it stands", () => {
    expect(fill("assign to jack@firm.example", { assignee }).arguments).toEqual({
      assignee: "jack@firm.example",
    });
  });
});

describe("text", () => {
  const text = { type: "string", maxLength: 200 };
  const title = { type: "string", minLength: 5 };

  test.each([
    ["comment on T-4712: the line works, P1 closed", "the line works, P1 closed"],
    ['add "all good now" to T-4712', "all good now"],
    ["comment on T-4712 that it works again", "it works again"],
  ])("%s", (request, expected) => {
    const { arguments: filled } = fill(
      request,
      { ticketId, text, status: { enum: ["P1", "closed"] } },
      { isWrite: true, required: ["ticketId", "text"] },
    );
    expect(filled).toEqual({ ticketId: "T-4712", text: expected });
  });

  test("what is not said is missing, never written", () => {
    const { arguments: filled, missing } = fill(
      "open a ticket for BRG-07",
      { title, site: siteId },
      { isWrite: true, required: ["title"] },
    );
    expect(filled).toEqual({ site: "BRG-07" });
    expect(missing).toEqual(["title"]);
  });

  test("a search takes the words behind its cue and stops where something else begins", () => {
    expect(
      fill("tickets about slow vpn since Monday", { text, openedFrom: { type: "string", format: "date" } })
        .arguments,
    ).toEqual({
      text: "slow vpn",
      openedFrom: "2026-05-04",
    });
  });
});

test("objects in objects, branches and what they fix", () => {
  const reportedBy = {
    oneOf: [
      {
        type: "object",
        properties: {
          kind: { const: "customer" },
          number: { type: "string", pattern: "^C-\\d{6}$" },
          name: { type: "string" },
        },
        required: ["kind", "number", "name"],
      },
      { type: "object", properties: { kind: { const: "alarm" }, site: siteId }, required: ["kind", "site"] },
    ],
  };
  const filled = fill("reported by C-204417", { reportedBy }, { isWrite: true });
  expect(filled.arguments).toEqual({ reportedBy: { kind: "customer", number: "C-204417" } });
  expect(filled.missing).toEqual(["reportedBy.name"]);
});

test("references and nullable values are followed", () => {
  const inputSchema = {
    type: "object",
    properties: { site: { anyOf: [{ $ref: "#/$defs/Site" }, { type: "null" }] } },
    $defs: { Site: siteId },
  };
  const mentions = readMentions("at brg-07", clock);
  const filling = fillArguments({
    operation: { inputSchema, annotations: { readOnly: true }, title: "x", operationName: "x" },
    mentions,
    language: "en",
    timeZone: "UTC",
    verb: null,
    people: { self, lookups: [], hasDirectory: false },
  });
  expect(filling.arguments).toEqual({ site: "BRG-07" });
});
