import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "#lib/http/api-client.ts";
import { type ResultPage, resultPageSchema } from "#lib/tools/result-page.ts";

const all = ["calls"] as const;

export const callQueries = {
  /** All the text that a call brought back, page by page. It never changes. */
  wholeResult: (callId: string) =>
    infiniteQueryOptions({
      queryKey: [...all, "whole-result", callId],
      queryFn: ({ pageParam, signal }) =>
        api(`/api/calls/${callId}/result`, {
          query: { offset: pageParam },
          response: resultPageSchema,
          signal,
        }),
      initialPageParam: 0,
      getNextPageParam: (page: ResultPage) => page.nextOffset,
      staleTime: Number.POSITIVE_INFINITY,
    }),
};
