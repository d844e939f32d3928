import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { catalogResultSchema } from "#lib/catalog/schema.ts";
import { api } from "#lib/http/api-client.ts";

export const catalogKeys = {
  all: ["catalog"] as const,
  list: (query: Readonly<Record<string, string>>) => ["catalog", "list", query] as const,
};

/** A page of the catalog; what was shown stays until the next answer is there. */
export function catalogListQuery(query: Readonly<Record<string, string>>) {
  return queryOptions({
    queryKey: catalogKeys.list(query),
    queryFn: ({ signal }) => api("/api/catalog", { query, response: catalogResultSchema, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Keeps a finished search. Nobody waits for it, and a failure changes nothing for the person. */
export async function sendSearchNote(q: string): Promise<void> {
  await api("/api/catalog/searches", {
    method: "POST",
    body: { q },
    response: z.object({ results: z.number() }),
  });
}
