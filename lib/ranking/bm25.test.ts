import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { fieldWeights } from "#lib/ranking/field-weights.ts";
import { type ParseOptions, parseQuery } from "#lib/ranking/query.ts";

function demoIndex() {
  const index = new SearchIndex(fieldWeights);
  index.put("tickets", {
    name: "Ticket desk",
    tags: ["support"],
    text: "Find, open and close customer tickets.",
  });
  index.put("leave", { name: "Leave balance", text: "How many days of leave a person has left." });
  index.put("ferias", { name: "Guia de férias", text: "Regras para marcar férias e aprovações de licença." });
  index.put("alarms", { name: "Network alarms", text: "Look up an alarm such as LOS-4417 at a site." });
  return index;
}

const ids = (text: string, options?: ParseOptions, allowed?: ReadonlySet<string>) =>
  demoIndex()
    .search(parseQuery(text, options), { allowed, correctSpelling: true })
    .hits.map((hit) => hit.id);

describe("search", () => {
  test("a whole sentence finds what a few of its words say", () => {
    expect(ids("I would like to know how many days of leave are still mine")[0]).toBe("leave");
  });

  test("codes are found whole, in parts and run together", () => {
    for (const text of ["LOS-4417", "los4417", "4417"]) expect(ids(text)).toEqual(["alarms"]);
  });

  test("Portuguese is found by inflection, with or without accents", () => {
    expect(ids("aprovação de ferias")[0]).toBe("ferias");
  });

  test("a word finds what means the same in the other language, behind the word itself", () => {
    expect(ids("ferias")).toEqual(["ferias", "leave"]);
    expect(ids("vacation")).toContain("leave");
  });

  test("the last word matches as a prefix while typing, and not after a space", () => {
    expect(ids("net", { prefixLast: true })).toEqual(["alarms"]);
    expect(ids("net ", { prefixLast: true })).toEqual([]);
  });

  test("a phrase must be there and a minus word must not", () => {
    expect(ids('"customer tickets"', { operators: true })).toEqual(["tickets"]);
    expect(ids('"tickets customer"', { operators: true })).toEqual([]);
    expect(ids("alarm ticket -desk", { operators: true })).toEqual(["alarms"]);
    expect(ids("alarm ticket -desk").sort()).toEqual(["alarms", "tickets"]);
  });

  test("what is not allowed is neither found nor counted", () => {
    const result = demoIndex().search(parseQuery("leave ticket alarm"), { allowed: new Set(["leave"]) });
    expect(result.hits.map((hit) => hit.id)).toEqual(["leave"]);
    expect(result.total).toBe(1);
  });

  test("a slip of the pen is read as the nearest known word, and said", () => {
    for (const slip of ["tikcets", "ticketss", "tickts", "tockets"]) {
      const result = demoIndex().search(parseQuery(slip), { correctSpelling: true });
      expect(result.hits[0]?.id).toBe("tickets");
      expect(result.corrections).toEqual([{ from: slip, to: "tickets" }]);
    }
  });

  test("a hit says which words it matched and where", () => {
    const [hit] = demoIndex().search(parseQuery("close a customer ticket")).hits;
    expect(hit?.matchedWords).toEqual(["close", "customer", "ticket"]);
    expect(hit?.matched).toEqual({ name: ["ticket"], text: ["close", "customer", "ticket"] });
    expect(hit?.coverage.name).toBe(0.5);
  });

  test("the score of a document that says everything stays under the ideal score", () => {
    const result = demoIndex().search(parseQuery("Network alarms"));
    expect(result.hits[0]?.score).toBeLessThanOrEqual(result.idealScore);
  });

  test("an empty query, an empty index and an empty document are no accident", () => {
    expect(demoIndex().search(parseQuery("")).hits).toEqual([]);
    const index = new SearchIndex(fieldWeights);
    expect(index.search(parseQuery("anything")).hits).toEqual([]);
    index.put("blank", {});
    expect(index.search(parseQuery("anything")).hits).toEqual([]);
  });
});

test("any order of puts, replacements and removals ranks like an index made afresh", () => {
  const word = fc.constantFrom("ticket", "leave", "alarm", "site", "price", "roaming", "LOS-4417");
  const text = fc.array(word, { maxLength: 6 }).map((list) => list.join(" "));
  const change = fc.record({
    id: fc.constantFrom("a", "b", "c", "d"),
    name: text,
    text,
    isRemoval: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 200 }), text, (changes, sought) => {
      const lived = new SearchIndex(fieldWeights);
      const state = new Map<string, { name: string; text: string }>();
      for (const { id, name, text: body, isRemoval } of changes) {
        if (isRemoval) {
          lived.remove(id);
          state.delete(id);
        } else {
          lived.put(id, { name, text: body }, "en");
          state.set(id, { name, text: body });
        }
      }
      const fresh = new SearchIndex(fieldWeights);
      for (const [id, texts] of state) fresh.put(id, texts, "en");
      const scores = (index: typeof fresh) =>
        new Map(index.search(parseQuery(sought)).hits.map((hit) => [hit.id, hit.score.toFixed(9)]));
      expect(scores(lived)).toEqual(scores(fresh));
      expect(lived.size).toBe(state.size);
    }),
    { numRuns: 60 },
  );
});

test("read as a whole, a document of several fields scores like one of a single field", () => {
  const word = fc.constantFrom("ticket", "leave", "alarm", "site", "price", "roaming");
  const text = fc.array(word, { maxLength: 6 }).map((list) => list.join(" "));
  const document = fc.record({ name: text, text, inputs: text });
  fc.assert(
    fc.property(fc.array(document, { minLength: 1, maxLength: 8 }), text, (documents, sought) => {
      const fielded = new SearchIndex({ name: { weight: 3 }, text: { weight: 1 }, inputs: { weight: 0 } });
      const single = new SearchIndex({ text: { weight: 1, lengthDiscount: 0.4 } });
      documents.forEach(({ name, text: body, inputs }, at) => {
        fielded.put(`d${at}`, { name, text: body, inputs }, "en");
        single.put(`d${at}`, { text: [name, body, inputs] }, "en");
      });
      const query = parseQuery(sought);
      const whole = fielded.rank(query, { scoring: "whole" });
      const alone = single.rank(query);
      documents.forEach((_, at) => {
        expect(whole.scoreOf(`d${at}`)).toBeCloseTo(alone.scoreOf(`d${at}`), 9);
      });
    }),
    { numRuns: 60 },
  );
});
