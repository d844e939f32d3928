import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { catalogSorts, type FacetKey, facetKeys } from "#lib/catalog/query-names.ts";
import type { CatalogQuery } from "#lib/catalog/schema.ts";

const choices = parseAsArrayOf(parseAsString).withDefault([]);

/** What of the catalog stands in its address. */
export const catalogParams = {
  q: parseAsString.withDefault(""),
  ready: choices,
  domain: choices,
  kind: choices,
  team: choices,
  dataClass: choices,
  lifecycle: choices,
  trust: choices,
  tag: choices,
  sort: parseAsStringLiteral(catalogSorts).withDefault("best"),
  page: parseAsInteger.withDefault(1),
  view: parseAsStringLiteral(["cards", "compact"]).withDefault("cards"),
};
export type CatalogParams = inferParserType<typeof catalogParams>;

export const readCatalogParams = createLoader(catalogParams);
const serialize = createSerializer(catalogParams);

/** The address of the same list with some of it changed; any change but the page leads to the first page. */
export function catalogHref(params: Partial<CatalogParams>, change: Partial<CatalogParams> = {}): string {
  const page = change.page ?? (Object.keys(change).length === 0 ? params.page : 1);
  return serialize("/catalog", { ...params, ...change, page: page ?? 1 });
}

/** Longest query that the API takes; what is longer is a text, and its beginning is searched. */
const mostLetters = 500;

/** The query as the API takes it. Equal lists give equal objects, so server and browser share one cache entry. */
export function toQueryText(params: CatalogParams, isTyping: boolean): Record<string, string> {
  const text: Record<string, string> = {};
  const q = params.q.replaceAll("\0", " ").trim().slice(0, mostLetters);
  if (q !== "") text.q = q;
  for (const key of facetKeys) if (params[key].length > 0) text[key] = params[key].join(",");
  if (params.sort !== "best") text.sort = params.sort;
  const page = Math.min(1000, Math.max(1, params.page));
  if (page > 1) text.page = String(page);
  if (isTyping && q !== "") text.typing = "1";
  return text;
}

/** The same for the use case, on the server. */
export function toCatalogQuery(params: CatalogParams): CatalogQuery {
  const { q, page } = toQueryText(params, false);
  const facets = Object.fromEntries(facetKeys.map((key) => [key, params[key]] as const));
  return { q, sort: params.sort, page: page ? Number(page) : 1, ...facets };
}

export type ChosenFilter = { readonly key: FacetKey; readonly value: string };

/** All chosen facet values, in the order of the facets. */
export function chosenFilters(params: CatalogParams): ChosenFilter[] {
  return facetKeys.flatMap((key) => params[key].map((value) => ({ key, value })));
}

export const noFilters = Object.fromEntries(facetKeys.map((key) => [key, [] as string[]])) as Record<
  FacetKey,
  string[]
>;
