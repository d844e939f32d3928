import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "#lib/http/api-client.ts";
import { type RatingQuery, ratingListSchema } from "#lib/reviews/schema.ts";

export const ratingKeys = {
  all: ["ratings"] as const,
  list: (slug: string) => [...ratingKeys.all, slug] as const,
};

/** The ratings after the page that came with the document; `cursor` says where that one ended. */
export function moreRatingsQuery(slug: string, query: RatingQuery, cursor: string) {
  return infiniteQueryOptions({
    queryKey: [...ratingKeys.list(slug), query, cursor],
    queryFn: ({ pageParam, signal }) =>
      api(`/api/tools/${encodeURIComponent(slug)}/ratings`, {
        query: { ...query, cursor: pageParam },
        response: ratingListSchema,
        signal,
      }),
    initialPageParam: cursor,
    getNextPageParam: (page) => page.nextCursor,
  });
}
