import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import { savedDraftSchema } from "#lib/publishing/schema.ts";
import {
  type ChooseOperations,
  type ConnectSource,
  type OfferedQuery,
  offeredDefinitionSchema,
  offeredKeysSchema,
  offeredPageSchema,
  sourceAnswerSchema,
  sourceListSchema,
} from "#lib/publishing/sources/schema.ts";

const pathOf = (slug: string, ...parts: readonly string[]) =>
  ["/api/tools", encodeURIComponent(slug), "contracts", ...parts].join("/");

export const sourceKeys = {
  all: (slug: string) => ["sources", slug] as const,
  list: (slug: string) => ["sources", slug, "list"] as const,
};

export function sourcesQuery(slug: string) {
  return queryOptions({
    queryKey: sourceKeys.list(slug),
    queryFn: ({ signal }) => api(pathOf(slug), { response: sourceListSchema, signal }),
  });
}

export function offeredQuery(slug: string, id: string, query: OfferedQuery) {
  return queryOptions({
    queryKey: [...sourceKeys.all(slug), id, "operations", query],
    queryFn: ({ signal }) =>
      api(pathOf(slug, id, "operations"), { query, response: offeredPageSchema, signal }),
    placeholderData: keepPreviousData,
  });
}

export function definitionQuery(slug: string, id: string, key: string) {
  return queryOptions({
    queryKey: [...sourceKeys.all(slug), id, "definition", key],
    queryFn: ({ signal }) =>
      api(pathOf(slug, id, "definition"), { query: { key }, response: offeredDefinitionSchema, signal }),
  });
}

export function loadKeys(slug: string, id: string, query: OfferedQuery) {
  return api(pathOf(slug, id, "operations", "keys"), { query, response: offeredKeysSchema });
}

export function connectSource(slug: string, body: ConnectSource) {
  return api(pathOf(slug), { method: "POST", body, response: sourceAnswerSchema });
}

export function refreshSource(slug: string, id: string, text?: string) {
  const body = text === undefined ? {} : { text };
  return api(pathOf(slug, id, "refresh"), { method: "POST", body, response: sourceAnswerSchema });
}

export function removeSource(slug: string, id: string) {
  return api(pathOf(slug, id), { method: "DELETE", response: z.object({ removed: z.literal(true) }) });
}

export function chooseOperations(slug: string, id: string, body: ChooseOperations) {
  return api(pathOf(slug, id, "choice"), { method: "POST", body, response: savedDraftSchema });
}
