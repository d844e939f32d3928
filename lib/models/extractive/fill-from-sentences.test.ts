import fc from "fast-check";
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

test("every value cites words of the request, whatever is typed", () => {
  const properties = {
    ticketId,
    site: siteId,
    status,
    from: { type: "string", format: "date" },
    amount: { type: "number" },
    assignee: { type: "string", format: "email", description: "E-mail address of a colleague." },
    text: { type: "string" },
    urgent: { type: "boolean" },
  };
  const word = fc.constantFrom(
    "T-4712",
    "BRG-07",
    "open",
    "closed",
    "yesterday",
    "3 May",
    "£20",
    "Ana Reis",
    "about",
    "not",
    "urgent",
    '"x y"',
    "and",
    "for",
    "é",
    "🙂",
    "::",
    "4712",
    "the",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 12 }),
      fc.boolean(),
      (words, isWrite) => {
        const text = words.join(" ");
        const { filledFrom, arguments: filled } = fill(text, properties, { isWrite });
        expect(Object.keys(filledFrom).sort()).toEqual(Object.keys(filled).sort());
        for (const source of Object.values(filledFrom)) {
          if (source.kind === "previous") throw new Error("Nothing was called before");
          expect(text.slice(source.at.start, source.at.end)).toBe(source.at.words);
          expect(source.at.words.trim()).not.toBe("");
        }
      },
    ),
    { numRuns: 300 },
  );
});

describe("words of the operation are no values", () => {
  const country = { type: "string", minLength: 2 };
  const roaming = { title: "Show roaming prices of a country", required: ["country"] };

  test.each([
    ["how much is a day pass for roaming in the US", "US"],
    ["price of roaming in brazil", "brazil"],
    ["how much does roamng cost in japan", "japan"],
    ["preço do roaming na áfrica do sul", "áfrica do sul"],
    ["roaming in the United States", "United States"],
  ])("%s", (text, expected) => {
    expect(fill(text, { country }, roaming).arguments).toEqual({ country: expected });
  });

  test.each(["price of roaming", "a day pass for zone B", "the price for us"])("%s: asked", (text) => {
    expect(fill(text, { country }, roaming)).toMatchObject({ arguments: {}, missing: ["country"] });
  });
});

describe("a new ticket", () => {
  const ticket = {
    title: { type: "string", minLength: 5 },
    description: { type: "string" },
    category: { enum: ["broadband-fault", "billing"] },
    priority: { enum: ["P1", "P2", "P3"], description: "P1: down for many; P3: a question." },
    site: siteId,
  };
  const given = { isWrite: true, title: "Open a ticket", required: ["title", "category"] };

  test("a title keeps the place that no input takes", () => {
    expect(fill("create a ticket: router offline at Bath", ticket, given).arguments).toEqual({
      title: "router offline at Bath",
    });
  });

  test("a level that the schema does not name is asked, not left to the default", () => {
    const { doubtful, arguments: filled } = fill(
      "open a ticket: no light at all, priority high",
      ticket,
      given,
    );
    expect(filled).toEqual({ title: "no light at all" });
    expect(doubtful).toMatchObject([{ path: "priority", reason: "not-accepted", words: "high" }]);
    expect(doubtful[0]?.choices).toHaveLength(3);
  });

  test("a title without a colon, and inputs beside it", () => {
    expect(
      fill("open a ticket for no dial tone at BTH-03, priority P2, category broadband fault", ticket, given)
        .arguments,
    ).toEqual({ title: "no dial tone", site: "BTH-03", priority: "P2", category: "broadband-fault" });
  });

  test("what is told after the title is its description", () => {
    expect(
      fill("open a ticket: charged twice, the customer called three times, priority P3", ticket, given)
        .arguments,
    ).toEqual({ title: "charged twice", description: "the customer called three times", priority: "P3" });
  });
});

describe("what is said is no value", () => {
  const audience = { enum: ["internal", "customer"] };
  const text = { type: "string" };

  test.each([
    ["comment on T-4712 that the customer has light", "the customer has light"],
    ["comenta no T-4712 que o cliente já tem luz", "o cliente já tem luz"],
    ["comment on T-4712: customer called", "customer called"],
  ])("%s", (request, said) => {
    const given = { isWrite: true, title: "Comment on a ticket", required: ["text", "ticketId"] };
    expect(fill(request, { text, audience, ticketId }, given).arguments).toEqual({
      text: said,
      ticketId: "T-4712",
    });
  });

  test("nor is a reason", () => {
    const team = { enum: ["billing", "front-line"] };
    const given = { isWrite: true, title: "Change a ticket", required: ["ticketId"] };
    expect(
      fill("change T-4712 because billing paid", { ticketId, team, reason: text }, given).arguments,
    ).toEqual({ ticketId: "T-4712", reason: "billing paid" });
  });
});

test("a search takes what it is for", () => {
  const given = { title: "Search the price list" };
  expect(fill("search the price list for fibre", { text: { type: "string" } }, given).arguments).toEqual({
    text: "fibre",
  });
});

test("what is searched for is no value of the search", () => {
  const domain = { enum: ["people", "sales"] };
  const given = { title: "Find people" };
  expect(
    fill("find people in the sales team", { domain, text: { type: "number" } }, given).arguments,
  ).toEqual({
    domain: "sales",
  });
});

test("a small i is oneself", () => {
  const person = { type: "string", description: "Name or e-mail address of the person." };
  const given = { title: "Show how much leave is left", required: ["person"] };
  expect(fill("how many days do i have left", { person }, given).arguments).toEqual({ person: self.email });
});
