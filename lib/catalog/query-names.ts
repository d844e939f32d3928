/** What a list of tools can be narrowed to. Plain names: the catalog's page loads them without any schema. */
export const facetKeys = [
  "domain",
  "kind",
  "lifecycle",
  "trust",
  "dataClass",
  "team",
  "tag",
  "ready",
] as const;
export type FacetKey = (typeof facetKeys)[number];

export const catalogSorts = ["best", "name", "most-used", "newest"] as const;
export type CatalogSort = (typeof catalogSorts)[number];
