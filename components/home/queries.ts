import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { suggestionsSchema } from "#lib/catalog/schema.ts";
import { api } from "#lib/http/api-client.ts";

/** Tools and passages for what stands in Home's field. */
export function suggestionsQuery(words: string) {
  return queryOptions({
    queryKey: ["suggestions", words],
    queryFn: ({ signal }) =>
      api("/api/suggestions", { query: { q: words }, response: suggestionsSchema, signal }),
    enabled: words !== "",
    placeholderData: keepPreviousData,
  });
}
