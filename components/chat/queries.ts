import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { chatKeys } from "#components/chat/keys.ts";
import { conversationSummarySchema, conversationViewSchema } from "#lib/chat/schema.ts";
import { api } from "#lib/http/api-client.ts";

export const conversationListSchema = z.object({
  conversations: z.array(conversationSummarySchema),
  nextCursor: z.string().nullable(),
});

export const conversationListQuery = (words: string) =>
  infiniteQueryOptions({
    queryKey: chatKeys.list(words),
    queryFn: ({ pageParam, signal }) =>
      api("/api/conversations", {
        query: { words, cursor: pageParam },
        response: conversationListSchema,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: chatKeys.detail(id),
    queryFn: ({ signal }) => api(`/api/conversations/${id}`, { response: conversationViewSchema, signal }),
    staleTime: 0,
  });

const mentionSchema = z.object({
  tools: z.array(z.object({ slug: z.string(), name: z.string(), purpose: z.string(), ready: z.string() })),
});

export const mentionQuery = (words: string) =>
  queryOptions({
    queryKey: chatKeys.mentions(words),
    queryFn: ({ signal }) =>
      api("/api/tools/mentions", { query: { words }, response: mentionSchema, signal }),
    staleTime: 60_000,
  });
