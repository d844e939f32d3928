import { queryOptions } from "@tanstack/react-query";

export const savedSearchKeys = { all: ["saved-searches"] as const };

/** The searches that the person saved; asked for when the menu is first opened. */
export function savedSearchesQuery() {
  return queryOptions({
    queryKey: savedSearchKeys.all,
    queryFn: async ({ signal }) =>
      (await import("#components/collections/requests.ts")).fetchSearches(signal),
  });
}
