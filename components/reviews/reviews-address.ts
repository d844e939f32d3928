import { type RatingSort, ratingSorts, ratingsPerPage } from "#lib/reviews/rating-sorts.ts";
import type { RatingQuery } from "#lib/reviews/schema.ts";

/** What of the ratings stands in the address of the page. */
export type ReviewsView = {
  readonly sort: RatingSort;
  readonly stars?: number | undefined;
  readonly isSkipped: boolean;
};

type Raw = Readonly<Record<string, string | string[] | undefined>>;

/** Reads it back; what makes no sense is left out. */
export function readReviewsView(raw: Raw): ReviewsView {
  const stars = Number(raw.stars);
  return {
    sort: ratingSorts.find((sort) => sort === raw.sort) ?? "newest",
    stars: [1, 2, 3, 4, 5].includes(stars) ? stars : undefined,
    isSkipped: raw.skip === "1",
  };
}

/** The address of the ratings, with some of it changed. */
export function reviewsHref(slug: string, view: Partial<ReviewsView> = {}): string {
  const query = new URLSearchParams({ tab: "reviews" });
  if (view.sort && view.sort !== "newest") query.set("sort", view.sort);
  if (view.stars) query.set("stars", String(view.stars));
  if (view.isSkipped) query.set("skip", "1");
  return `/catalog/${slug}?${query}`;
}

/** The same as the API takes it. */
export function ratingQueryOf({ sort, stars, isSkipped }: ReviewsView): RatingQuery {
  return {
    sort,
    limit: ratingsPerPage,
    ...(stars ? { stars } : {}),
    ...(isSkipped ? { skip: "1" } : {}),
  };
}
