import { expect, test } from "vitest";
import { domainNames, judgedQueries, judgedTools, queryKinds } from "./judged-set.ts";
import { ndcgAt10, percentile, recallAt, reciprocalRank } from "./measures.ts";

const tools = judgedTools();
const queries = judgedQueries();

test("there are enough tools, each once, over all domains", () => {
  expect(tools.length).toBeGreaterThanOrEqual(120);
  expect(new Set(tools.map(({ slug }) => slug)).size).toBe(tools.length);
  expect(new Set(tools.map(({ domain }) => domain))).toEqual(new Set(domainNames.keys()));
});

test("there are enough queries of every kind, each once, and they look for tools of the set", () => {
  expect(queries.length).toBeGreaterThanOrEqual(150);
  expect(new Set(queries.map(({ text }) => text)).size).toBe(queries.length);
  for (const kind of queryKinds)
    expect(queries.filter((query) => query.kind === kind).length).toBeGreaterThan(7);
  const slugs = new Set(tools.map(({ slug }) => slug));
  const unknown = queries.flatMap(({ grades }) => Object.keys(grades)).filter((slug) => !slugs.has(slug));
  expect(unknown).toEqual([]);
  expect(queries.filter(({ grades }) => !Object.values(grades).includes(3))).toEqual([]);
});

test("the measures give what is calculated by hand", () => {
  const one = {
    ranked: ["x", "b", "a"],
    grades: new Map([
      ["a", 3],
      ["b", 1],
    ]),
  };
  expect(recallAt(one, 1)).toBe(0);
  expect(recallAt(one, 2)).toBe(0.5);
  expect(reciprocalRank(one)).toBe(0.5);
  const gained = 1 / Math.log2(3) + 7 / Math.log2(4);
  expect(ndcgAt10(one)).toBeCloseTo(gained / (7 + 1 / Math.log2(3)), 12);
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(percentile([4, 1, 3, 2], 0.95)).toBe(4);
});
