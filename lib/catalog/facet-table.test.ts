import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FacetTable } from "#lib/catalog/facet-table.ts";
import { inOrder, matchingValues, mostFacetValues, topValues } from "#lib/catalog/facets.ts";
import type { FacetKey } from "#lib/catalog/query-names.ts";

const choice = (value: string) => ({ value, label: value.toUpperCase() });

test("counts are those of looking at every tool and every choice by itself", () => {
  const keys = ["domain", "tag", "team"] as const satisfies readonly FacetKey[];
  const values = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 2 }).map((list) => [...new Set(list)]);
  const tool = fc.record({ domain: values, tag: values, team: values });
  const chosen = fc.record({ domain: values, tag: values, team: values });
  fc.assert(
    fc.property(fc.array(tool, { maxLength: 8 }), chosen, (tools, wanted) => {
      const table = new FacetTable();
      // Put twice and in another order: what a slot held before leaves no trace.
      tools.forEach((_, slot) => {
        table.put(slot, { tag: [choice("before")] });
      });
      tools.forEach(({ tag, team }, slot) => {
        table.put(slot, { tag: tag.map(choice), team: team.map(choice) });
      });
      const codes = tools.map(({ domain }) => domain.map((value) => table.code("domain", choice(value))));
      const passes = (at: number, key: (typeof keys)[number]) =>
        wanted[key].length === 0 || tools[at]?.[key].some((value) => wanted[key].includes(value)) === true;
      const slots = tools.map((_, at) => at);
      const { counts, passing } = table.count(slots, wanted, (slot) => codes[slot] ?? []);
      expect(passing).toEqual(slots.filter((at) => keys.every((key) => passes(at, key))));
      for (const key of keys) {
        const expected = new Map<string, number>();
        for (const at of slots.filter((slot) => keys.every((one) => one === key || passes(slot, one))))
          for (const value of tools[at]?.[key] ?? []) expected.set(value, (expected.get(value) ?? 0) + 1);
        const found = table.values(key, counts).map(({ value, count }) => [value, count] as const);
        expect(new Map(found)).toEqual(expected);
      }
    }),
  );
});

test("a value that no tool has lets nothing pass, and a new name replaces the old one", () => {
  const table = new FacetTable();
  table.put(0, { team: [{ value: "reward", label: "Reward" }] });
  expect(table.count([0], { team: ["unheard-of"] }, () => []).passing).toEqual([]);
  table.put(0, { team: [{ value: "reward", label: "Pay and Benefits" }] });
  expect(table.label("team", "reward")).toBe("Pay and Benefits");
  expect(table.label("team", "unheard-of")).toBeUndefined();
});

describe("the values that an answer holds", () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ ...choice(`team ${at}`), count: at }));

  test("are the most frequent, and in any case those that are chosen", () => {
    const top = topValues("team", many, ["team 3", "gone"], () => "Gone");
    expect(top).toHaveLength(mostFacetValues + 2);
    expect(top[0]).toEqual({ value: "team 49", label: "TEAM 49", count: 49, isChosen: false });
    expect(top.filter(({ isChosen }) => isChosen).map(({ value, count }) => [value, count])).toEqual([
      ["team 3", 3],
      ["gone", 0],
    ]);
  });

  test("stand in the order of their facet where it has one", () => {
    const ready = [
      { ...choice("mine"), count: 9 },
      { ...choice("works-now"), count: 1 },
    ];
    expect(inOrder("ready", ready).map(({ value }) => value)).toEqual(["works-now", "mine"]);
    const bands = ["good", "not-rated", "trusted"].map((band, at) => ({ ...choice(band), count: at }));
    expect(inOrder("trust", bands).map(({ value }) => value)).toEqual(["trusted", "good", "not-rated"]);
  });

  test("are found by the beginning of any of their words, whatever its accents", () => {
    const teams = ["Operações Norte", "Network Operations", "Finance", "e-Oper"].map((label) => ({
      value: label,
      label,
    }));
    expect(matchingValues(teams, "opera").map(({ label }) => label)).toEqual([
      "Operações Norte",
      "Network Operations",
    ]);
    expect(matchingValues(teams, "oper")).toHaveLength(3);
    expect(matchingValues(teams, " ")).toEqual(teams);
  });
});
