import { describe, expect, test } from "vitest";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { confidence, decide, rankingFacts } from "#lib/ranking/decide.ts";
import { fieldWeights } from "#lib/ranking/field-weights.ts";
import { catalogPrior, fuse } from "#lib/ranking/fuse.ts";
import { highlightRanges, snippet } from "#lib/ranking/highlight.ts";
import { parseQuery } from "#lib/ranking/query.ts";

describe("fuse", () => {
  const list = (scores: Record<string, number>, weight = 1, ideal = 10) => ({
    hits: Object.entries(scores).map(([id, score]) => ({ id, score })),
    ideal,
    weight,
  });
  const order = (...of: Parameters<typeof fuse>) => fuse(...of).map(({ id }) => id);

  test("adds weight x score / ideal over the lists", () => {
    const hits = fuse([list({ a: 6, b: 5 }), list({ b: 3, c: 4 }, 0.5, 5)]);
    expect(hits.map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(hits.map(({ score }) => score)).toEqual([0.5 + 0.3, 0.6, 0.4]);
  });

  test("a list without an ideal counts nothing, and equals stand by id", () => {
    expect(order([list({ b: 3, a: 3 }), list({ c: 9 }, 1, 0)])).toEqual(["a", "b"]);
  });

  test("pins come first, in their order, even when no list has them", () => {
    expect(order([list({ a: 9, b: 8 })], { pinned: ["z", "b"] })).toEqual(["z", "b", "a"]);
  });

  test("priors decide between equals, and a deprecated tool falls", () => {
    const prior = (id: string) => catalogPrior({ trust: 50, usersIn28Days: 0, isDeprecated: id === "a" });
    expect(order([list({ a: 9, b: 8 })], { prior })).toEqual(["b", "a"]);
    expect(catalogPrior({ trust: 100, usersIn28Days: 99, isDeprecated: false })).toBeCloseTo(1.1 * 1.1, 10);
    expect(catalogPrior({ usersIn28Days: 0, isDeprecated: false })).toBe(1);
  });

  test("no trust and no use move a tool over one that fits twice as well, however many stand between", () => {
    const best = catalogPrior({ trust: 100, usersIn28Days: 500, isDeprecated: false });
    const worst = catalogPrior({ trust: 0, usersIn28Days: 0, isDeprecated: false });
    const scores = { sought: 8, ...Object.fromEntries([..."bcdefghij"].map((id) => [id, 4])) };
    const prior = (id: string) => (id === "sought" ? worst : best);
    expect(order([list(scores)], { prior })[0]).toBe("sought");
  });
});

describe("decide", () => {
  const index = new SearchIndex(fieldWeights);
  index.put("alarm", {
    name: "Look up alarm",
    text: "What a network alarm code means and how severe it is.",
  });
  index.put("leave", { name: "Leave balance", text: "How many days of leave a person has left this year." });
  index.put("price", { name: "Tariff prices", text: "Prices of tariffs, roaming and options." });
  const verdict = (text: string) => decide(index.search(parseQuery(text)));

  test("uses, offers or does without", () => {
    expect(verdict("look up the network alarm code")).toBe("use");
    expect(verdict("something about leave next month with my brother")).toBe("offer");
    expect(verdict("who won the football match on Sunday")).toBe("none");
    expect(verdict("")).toBe("none");
  });

  test("more of each fact never makes it less sure", () => {
    const facts = rankingFacts(index.search(parseQuery("network alarm")));
    for (const key of ["fit", "margin", "nameCoverage", "matchedWords"] as const) {
      expect(confidence({ ...facts, [key]: facts[key] + 0.2 })).toBeGreaterThanOrEqual(confidence(facts));
    }
  });
});

describe("highlight", () => {
  test("marks inflections, accents and prefixes", () => {
    const text = "Approvals: aprovações, férias, LOS-4417";
    const marked = (words: string[], prefix: string | null = null) =>
      highlightRanges(text, words, prefix).map((range) => text.slice(range.start, range.end));
    expect(marked(["approval"])).toEqual(["Approvals"]);
    expect(marked(["aprovacao", "ferias"])).toEqual(["aprovações", "férias"]);
    expect(marked(["los-4417"])).toEqual(["LOS-4417"]);
    expect(marked([], "appr")).toEqual(["Approvals"]);
  });

  test("a snippet is cut from the text where the words stand", () => {
    const text = `${"filler words here ".repeat(40)}the roaming price is fixed ${"and more filler ".repeat(40)}`;
    const cut = snippet(text, ["roaming", "price"], 120);
    expect(text.slice(cut.start, cut.start + cut.text.length)).toBe(cut.text);
    expect(cut.text.length).toBeLessThanOrEqual(120);
    expect(cut.ranges.map((range) => cut.text.slice(range.start, range.end))).toEqual(["roaming", "price"]);
  });
});
