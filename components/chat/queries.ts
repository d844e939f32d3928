import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { chatKeys } from "#components/chat/keys.ts";
import { conversationSummarySchema, conversationViewSchema } from "#lib/chat/schema.ts";
import { api } from "#lib/http/api-client.ts";
import { trustRatingSchema } from "#lib/trust/schema.ts";

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

/** The mark of a tool; a thread asks once for each tool, however often it answered. */
export const trustMarkQuery = (toolSlug: string) =>
  queryOptions({
    queryKey: chatKeys.trust(toolSlug),
    queryFn: ({ signal }) =>
      api(`/api/tools/${toolSlug}/trust/mark`, { response: trustRatingSchema, signal }),
    staleTime: 5 * 60_000,
    retry: false,
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
