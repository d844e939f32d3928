"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LoadFailure } from "#components/layout/load-failure.tsx";
import { moreRatingsQuery } from "#components/reviews/queries.ts";
import { RatingItem } from "#components/reviews/rating-item.tsx";
import { t } from "#components/reviews/review-words.ts";
import { Button } from "#components/ui/button.tsx";
import type { RatingQuery } from "#lib/reviews/schema.ts";

type MoreRatingsProps = { slug: string; query: RatingQuery; cursor: string; canReply: boolean };

/** The ratings after the first page, a page at a time. */
export function MoreRatings({ slug, query, cursor, canReply }: MoreRatingsProps) {
  const [isAsked, setIsAsked] = useState(false);
  const more = useInfiniteQuery({ ...moreRatingsQuery(slug, query, cursor), enabled: isAsked });
  const pages = more.data?.pages ?? [];
  const hasMore = pages.length === 0 || more.hasNextPage;
  const load = () => (pages.length === 0 ? setIsAsked(true) : void more.fetchNextPage());
  return (
    <>
      <ul className="flex flex-col">
        {pages.flatMap(({ items }) =>
          items.map((rating) => (
            <RatingItem key={rating.id} slug={slug} rating={rating} canReply={canReply} />
          )),
        )}
      </ul>
      {more.error && (
        <LoadFailure
          title={t("moreFailed")}
          error={more.error}
          onRetry={() => void (pages.length === 0 ? more.refetch() : more.fetchNextPage())}
        />
      )}
      {hasMore && !more.error && (
        <Button
          className="self-start"
          onClick={load}
          pending={more.isFetching}
          pendingLabel={t("loadingMore")}
        >
          {t("more")}
        </Button>
      )}
    </>
  );
}
