import { infiniteQueryOptions } from "@tanstack/react-query";
import { type TimelineKind, type TimelinePage, timelinePageSchema } from "#lib/audit/timeline.ts";
import { api } from "#lib/http/api-client.ts";

export const timelinePageSize = 30;

/** A tool's timeline page by page; the server sends the first page with the document. */
export function toolTimelineQuery(slug: string, kind: TimelineKind, first: TimelinePage) {
  return infiniteQueryOptions({
    queryKey: ["tool-timeline", slug, kind, first.events[0]?.id ?? null],
    queryFn: ({ pageParam, signal }) =>
      api(`/api/tools/${slug}/activity`, {
        query: { kind, limit: timelinePageSize, ...(pageParam ? { before: pageParam } : {}) },
        response: timelinePageSchema,
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page: TimelinePage) => page.nextCursor ?? undefined,
    initialData: { pages: [first], pageParams: [""] },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
