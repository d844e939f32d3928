import { catalogSorts, facetKeys } from "#lib/catalog/query-names.ts";

/**
 * What of a catalog's address makes the search: words, filters and order, in a fixed sequence. The page within the
 * list and how it is drawn are left out.
 * @returns an empty text when neither words nor filters are left
 */
export function searchOfAddress(address: string): string {
  const given = new URLSearchParams(address);
  const kept = new URLSearchParams();
  const words = (given.get("q") ?? "").trim().slice(0, 500);
  if (words !== "") kept.set("q", words);
  for (const key of facetKeys) {
    const values = (given.get(key) ?? "").split(",").filter((value) => value.trim() !== "");
    if (values.length > 0) kept.set(key, values.join(",").slice(0, 600));
  }
  if (kept.size === 0) return "";
  const sort = catalogSorts.find((one) => one === given.get("sort"));
  if (sort && sort !== "best") kept.set("sort", sort);
  return kept.toString();
}

/** Where a saved search leads. */
export function searchHref(query: string): string {
  return `/catalog?${query}`;
}
