import { keepPreviousData, queryOptions } from "@tanstack/react-query";

export const catalogKeys = {
  all: ["catalog"] as const,
  list: (query: Readonly<Record<string, string>>) => ["catalog", "list", query] as const,
};

// The first page comes with the document. What asks for more, and checks the answers, is loaded when it is needed.
const requests = () => import("#components/catalog/requests.ts");

/** Loads it ahead, when somebody is about to type. A failure shows when they do. */
export function prepareRequests(): void {
  requests().catch(() => undefined);
}

/** A page of the catalog; what was shown stays until the next answer is there. */
export function catalogListQuery(query: Readonly<Record<string, string>>) {
  return queryOptions({
    queryKey: catalogKeys.list(query),
    queryFn: async ({ signal }) => (await requests()).fetchCatalog(query, signal),
    placeholderData: keepPreviousData,
  });
}

/** Keeps a finished search. Nobody waits for it, and a failure changes nothing for the person. */
export async function sendSearchNote(q: string, openedId?: string): Promise<void> {
  await (await requests()).postSearchNote(q, openedId);
}
