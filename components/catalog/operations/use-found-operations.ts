"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettled } from "#components/catalog/list/use-settled.ts";
import type { OperationView } from "#lib/catalog/schema.ts";

// The first ones come with the document; what asks for more is loaded when it is needed.
const requests = () => import("#components/catalog/requests.ts");

const typingPauseMs = 120;
/** Longest text that the API looks for. */
const mostLetters = 100;

/** The operations that a page began with, and how many the tool has. */
export type FirstOperations = {
  readonly slug: string;
  readonly first: readonly OperationView[];
  readonly total: number;
};

/** Some operations of a tool at a time, those that match what is typed; the first come with the page. */
export function useFoundOperations({ slug, first, total }: FirstOperations) {
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.replaceAll("\0", "").trim().slice(0, mostLetters), typingPauseMs);
  const list = useInfiniteQuery({
    queryKey: ["operations", slug, q],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...(q ? { q } : {}), ...(pageParam > 0 ? { from: String(pageParam) } : {}) };
      return (await requests()).fetchOperations(slug, query, signal);
    },
    initialPageParam: 0,
    getNextPageParam: ({ matching }, pages) => {
      const known = pages.reduce((sum, { operations }) => sum + operations.length, 0);
      return known < matching ? known : undefined;
    },
    ...(q === ""
      ? { initialData: { pages: [{ operations: [...first], matching: total }], pageParams: [0] } }
      : {}),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const pages = list.data?.pages ?? [];
  return {
    typed,
    setTyped,
    operations: pages.flatMap(({ operations }) => operations),
    matching: pages.at(-1)?.matching ?? 0,
    hasMore: list.hasNextPage,
    showMore: () => list.fetchNextPage(),
    isLoadingMore: list.isFetchingNextPage,
    error: list.error,
    retry: () => list.refetch(),
  };
}
