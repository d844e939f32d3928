import type { FacetChoice } from "#lib/catalog/facet-table.ts";
import type { FacetKey } from "#lib/catalog/query-names.ts";
import { fold } from "#lib/ranking/fold.ts";

/** What people read for a kind of tool. */
export const kindWords: Readonly<Record<string, string>> = {
  prompt: "Assistant",
  knowledge: "Answers from documents",
  http: "API",
  mcp: "MCP server",
  agent: "Agent",
  link: "Link",
};
/** What people read for a stage of the lifecycle. */
export const lifecycleWords: Readonly<Record<string, string>> = {
  draft: "Draft",
  "in-review": "In review",
  published: "Published",
  deprecated: "Deprecated",
  retired: "Retired",
};
const classWords: Readonly<Record<string, string>> = {
  public: "Public",
  internal: "Internal",
  confidential: "Confidential",
  restricted: "Restricted",
};
const readyWords: Readonly<Record<string, string>> = { "works-now": "Works now", mine: "I can use it" };
const bandWords: Readonly<Record<string, string>> = {
  trusted: "Trusted",
  good: "Good",
  "use-with-care": "Use with care",
  "not-recommended": "Not recommended",
  "not-rated": "Not yet rated",
};

/** Bands of the trust rating, best first. */
export const bands: readonly string[] = Object.keys(bandWords).filter((band) => band !== "not-rated");

/** A value with what people read for it. */
export function kindChoice(kind: string): FacetChoice {
  return { value: kind, label: kindWords[kind] ?? kind };
}
export function lifecycleChoice(lifecycle: string): FacetChoice {
  return { value: lifecycle, label: lifecycleWords[lifecycle] ?? lifecycle };
}
export function dataClassChoice(dataClass: string): FacetChoice {
  return { value: dataClass, label: classWords[dataClass] ?? dataClass };
}
export function readyChoice(ready: "works-now" | "mine"): FacetChoice {
  return { value: ready, label: readyWords[ready] ?? ready };
}
/** Of a band of the trust rating; null is a tool that is not rated. */
export function bandChoice(band: string | null): FacetChoice {
  const value = band ?? "not-rated";
  return { value, label: bandWords[value] ?? value };
}

export type FacetValue = FacetChoice & { readonly count: number; readonly isChosen: boolean };

/** How many values of a facet an answer holds; the others are found by typing. */
export const mostFacetValues = 20;

const fixedOrder: Partial<Readonly<Record<FacetKey, readonly string[]>>> = {
  // "Works now" stands before "I can use it", of which it is a part.
  ready: ["works-now", "mine"],
  trust: Object.keys(bandWords),
};

/** The values of a facet in the order in which they are offered: by number of tools, then by name. */
export function inOrder(
  key: FacetKey,
  values: readonly (FacetChoice & { readonly count: number })[],
): (FacetChoice & { readonly count: number })[] {
  const order = fixedOrder[key];
  return values.toSorted(
    (a, b) =>
      (order ? order.indexOf(a.value) - order.indexOf(b.value) : 0) ||
      b.count - a.count ||
      a.label.localeCompare(b.label),
  );
}

/** The first values of a facet, and in any case those that are chosen. */
export function topValues(
  key: FacetKey,
  values: readonly (FacetChoice & { readonly count: number })[],
  chosen: readonly string[],
  labelOf: (value: string) => string | undefined,
): FacetValue[] {
  const ordered = inOrder(key, values).map((value) => ({ ...value, isChosen: chosen.includes(value.value) }));
  const missing = chosen.filter((value) => !values.some((one) => one.value === value));
  return [
    ...ordered.filter((value, at) => at < mostFacetValues || value.isChosen),
    ...missing.map((value) => ({ value, label: labelOf(value) ?? value, count: 0, isChosen: true })),
  ];
}

/** Values whose name has a word that begins so, those that begin so themselves first. */
export function matchingValues<Value extends FacetChoice>(values: readonly Value[], typed: string): Value[] {
  const sought = fold(typed.trim());
  if (sought === "") return [...values];
  const found = values.filter(({ label }) => ` ${fold(label).replace(/[-_/]/g, " ")}`.includes(` ${sought}`));
  const begins = ({ label }: Value) => fold(label).startsWith(sought);
  return [...found.filter(begins), ...found.filter((value) => !begins(value))];
}
