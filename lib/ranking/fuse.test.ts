import { describe, expect, test } from "vitest";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { confidence, decide, rankingFacts } from "#lib/ranking/decide.ts";
import { fieldWeights } from "#lib/ranking/field-weights.ts";
import { catalogPrior, fuse } from "#lib/ranking/fuse.ts";
import { highlightRanges, snippet } from "#lib/ranking/highlight.ts";
import { parseQuery } from "#lib/ranking/query.ts";

describe("fuse", () => {
  test("adds weight / (k + place) over the lists", () => {
    const hits = fuse([
      { ids: ["a", "b"], weight: 1 },
      { ids: ["b", "c"], weight: 0.5 },
    ]);
    expect(hits.map((hit) => hit.id)).toEqual(["b", "a", "c"]);
    expect(hits[0]?.score).toBeCloseTo(1 / 62 + 0.5 / 61, 12);
    expect(hits[0]?.places).toEqual([2, 1]);
    expect(hits[2]?.places).toEqual([null, 2]);
  });

  test("pins come first, in their order, even when no list has them", () => {
    const hits = fuse([{ ids: ["a", "b"], weight: 1 }], { pinned: ["z", "b"] });
    expect(hits.map((hit) => hit.id)).toEqual(["z", "b", "a"]);
  });

  test("priors move neighbours, and a deprecated tool falls", () => {
    const prior = (id: string) => catalogPrior({ trust: 50, usersIn28Days: 0, isDeprecated: id === "a" });
    expect(fuse([{ ids: ["a", "b"], weight: 1 }], { prior }).map((hit) => hit.id)).toEqual(["b", "a"]);
    expect(catalogPrior({ trust: 100, usersIn28Days: 99, isDeprecated: false })).toBeCloseTo(1.1 * 1.1, 10);
    expect(catalogPrior({ usersIn28Days: 0, isDeprecated: false })).toBe(1);
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
