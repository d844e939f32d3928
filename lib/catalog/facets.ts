import type { FacetKey } from "#lib/catalog/query-names.ts";
import type { CatalogQuery, CatalogResult, ToolCard } from "#lib/catalog/schema.ts";

type Choice = { readonly value: string; readonly label: string };

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

/** The values of one facet that a tool has. */
export function facetValues(card: ToolCard, key: FacetKey): readonly Choice[] {
  switch (key) {
    case "domain":
      return [{ value: card.domain.slug, label: card.domain.name }];
    case "kind":
      return [{ value: card.kind, label: kindWords[card.kind] ?? card.kind }];
    case "lifecycle":
      return [{ value: card.lifecycle, label: lifecycleWords[card.lifecycle] ?? card.lifecycle }];
    case "dataClass":
      return [{ value: card.dataClass, label: classWords[card.dataClass] ?? card.dataClass }];
    case "team":
      return card.team ? [{ value: card.team.slug, label: card.team.name }] : [];
    case "tag":
      return card.tags.map((tag) => ({ value: tag, label: tag }));
    case "ready": {
      const ready: string[] = [];
      if (card.readiness.state === "works-now" && card.lifecycle === "published") ready.push("works-now");
      if (!["no-access", "blocked", "retired"].includes(card.readiness.state)) ready.push("mine");
      return ready.map((value) => ({ value, label: readyWords[value] ?? value }));
    }
  }
}

/** True when the card has one of the chosen values of each facet but `except`. */
export function passesFacets(
  card: ToolCard,
  query: CatalogQuery,
  keys: readonly FacetKey[],
  except?: FacetKey,
): boolean {
  return keys.every((key) => {
    const chosen = query[key];
    if (key === except || !chosen || chosen.length === 0) return true;
    return facetValues(card, key).some((choice) => chosen.includes(choice.value));
  });
}

/**
 * Facets with counts over the match set. The counts of a facet ignore its own choices, so that a reader sees
 * what choosing another value would give.
 */
export function countFacets(
  cards: readonly ToolCard[],
  query: CatalogQuery,
  keys: readonly FacetKey[],
): CatalogResult["facets"] {
  return keys.map((key) => {
    const counts = new Map<string, { label: string; count: number }>();
    for (const card of cards) {
      if (!passesFacets(card, query, keys, key)) continue;
      for (const choice of facetValues(card, key)) {
        const seen = counts.get(choice.value);
        counts.set(choice.value, { label: choice.label, count: (seen?.count ?? 0) + 1 });
      }
    }
    const chosen = query[key] ?? [];
    for (const value of chosen) if (!counts.has(value)) counts.set(value, { label: value, count: 0 });
    const values = [...counts].map(([value, { label, count }]) => ({
      value,
      label,
      count,
      isChosen: chosen.includes(value),
    }));
    // "Works now" stands before "I can use it", of which it is a part.
    const isNarrower = (value: string) => Number(key === "ready" && value === "works-now");
    values.sort(
      (a, b) =>
        isNarrower(b.value) - isNarrower(a.value) || b.count - a.count || a.label.localeCompare(b.label),
    );
    return { key, values };
  });
}
