import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import {
  type AuditFilter,
  type AuditPage,
  auditPageSchema,
  type ContextKind,
  eventInContextSchema,
  filterChoicesSchema,
} from "#lib/audit/schema.ts";
import { api } from "#lib/http/api-client.ts";

export const eventAnswerSchema = eventInContextSchema.extend({ toolSlug: z.string().nullable() });
export type EventAnswer = z.infer<typeof eventAnswerSchema>;

const pageSize = 60;
export const firstPageSize = pageSize;

const all = ["audit"] as const;

export const auditQueries = {
  /** The list page by page; the server sends the first page with the document. */
  list: (filter: AuditFilter, first: AuditPage) =>
    infiniteQueryOptions({
      queryKey: [...all, "list", filter],
      queryFn: ({ pageParam, signal }) =>
        api("/api/audit/events", {
          query: { ...filter, limit: pageSize, ...(pageParam ? { before: pageParam } : {}) },
          response: auditPageSchema,
          signal,
        }),
      initialPageParam: "",
      getNextPageParam: (page: AuditPage) => page.nextCursor ?? undefined,
      initialData: { pages: [first], pageParams: [""] },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  event: (id: string, by: ContextKind | undefined) =>
    queryOptions({
      queryKey: [...all, "event", id, by],
      queryFn: ({ signal }) =>
        api(`/api/audit/events/${id}`, { query: { by }, response: eventAnswerSchema, signal }),
      placeholderData: keepPreviousData,
    }),
  choices: (words: string) =>
    queryOptions({
      queryKey: [...all, "choices", words],
      queryFn: ({ signal }) =>
        api("/api/audit/choices", { query: { words }, response: filterChoicesSchema, signal }),
      placeholderData: keepPreviousData,
    }),
};
