import { z } from "zod";
import { type CatalogResult, catalogResultSchema } from "#lib/catalog/schema.ts";
import { api } from "#lib/http/api-client.ts";

export function fetchCatalog(
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<CatalogResult> {
  return api("/api/catalog", { query, response: catalogResultSchema, signal });
}

export async function postSearchNote(q: string): Promise<void> {
  await api("/api/catalog/searches", {
    method: "POST",
    body: { q },
    response: z.object({ results: z.number() }),
  });
}
