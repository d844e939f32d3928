import { z } from "zod";
import { type FoundOperations, foundOperationsSchema } from "#lib/catalog/found-operations.ts";
import type { FacetKey } from "#lib/catalog/query-names.ts";
import { type CatalogResult, catalogResultSchema, foundFacetValuesSchema } from "#lib/catalog/schema.ts";
import { api } from "#lib/http/api-client.ts";
import { type AskedQuestion, askedQuestionSchema, questionInputSchema } from "#lib/ownership/question.ts";

export function fetchCatalog(
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<CatalogResult> {
  return api("/api/catalog", { query, response: catalogResultSchema, signal });
}

/** Values of a facet whose name begins with what is typed, with their counts in a search. */
export function fetchFacetValues(
  facet: FacetKey,
  typed: string,
  search: Readonly<Record<string, string>>,
  signal: AbortSignal,
) {
  const { q: words, sort: _sort, page: _page, typing: _typing, ...filters } = search;
  const query = { ...filters, ...(typed ? { q: typed } : {}), ...(words ? { words } : {}) };
  return api(`/api/catalog/facets/${facet}`, { query, response: foundFacetValuesSchema, signal });
}

export async function postSearchNote(q: string, openedId?: string): Promise<void> {
  await api("/api/catalog/searches", {
    method: "POST",
    body: openedId ? { q, opened: openedId } : { q },
    response: z.object({ results: z.number() }),
  });
}

/** Operations of a tool that match what was typed, from a place in their list on. */
export function fetchOperations(
  slug: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<FoundOperations> {
  return api(`/api/tools/${encodeURIComponent(slug)}/operations`, {
    query,
    response: foundOperationsSchema,
    signal,
  });
}

/** What is wrong with a question before it is sent; undefined when nothing is. */
export function questionProblem(text: string): string | undefined {
  return questionInputSchema.safeParse({ text }).error?.issues[0]?.message;
}

export function postQuestion(slug: string, text: string): Promise<AskedQuestion> {
  return api(`/api/tools/${encodeURIComponent(slug)}/questions`, {
    method: "POST",
    body: { text: text.trim() },
    response: askedQuestionSchema,
  });
}
