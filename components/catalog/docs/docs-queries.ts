import { keepPreviousData, queryOptions } from "@tanstack/react-query";

// The page can be read without it, so what asks the portal is loaded when somebody types.
const requests = () => import("#components/catalog/docs/docs-requests.ts");

/** Sections that say some words; what was shown stays until the next answer is there. */
export function docsHitsQuery(slug: string, q: string, version: string | null) {
  return queryOptions({
    queryKey: ["catalog", "docs", slug, version, q],
    queryFn: async ({ signal }) => (await requests()).fetchDocsHits(slug, q, version, signal),
    placeholderData: keepPreviousData,
    enabled: q !== "",
  });
}
