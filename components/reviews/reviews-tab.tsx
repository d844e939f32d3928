import { Section } from "#components/layout/section.tsx";
import { MoreRatings } from "#components/reviews/more-ratings.tsx";
import { RatingItem } from "#components/reviews/rating-item.tsx";
import { RatingSummary } from "#components/reviews/rating-summary.tsx";
import { t } from "#components/reviews/review-words.ts";
import { type ReviewsView, ratingQueryOf, reviewsHref } from "#components/reviews/reviews-address.ts";
import { YourRating } from "#components/reviews/your-rating.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { ratingSorts } from "#lib/reviews/rating-sorts.ts";
import type { RatingList } from "#lib/reviews/schema.ts";

type ReviewsTabProps = { slug: string; ratings: RatingList; view: ReviewsView; tryHref: string | null };

function List({ slug, ratings, view }: Omit<ReviewsTabProps, "tryHref">) {
  const { items, nextCursor, canReply } = ratings;
  const { stars } = view;
  const order = (
    <Segmented
      label={t("sort")}
      current={view.sort}
      items={ratingSorts.map((sort) => ({
        id: sort,
        label: t(sort),
        href: reviewsHref(slug, { ...view, sort }),
      }))}
    />
  );
  return (
    <Section title={t("list")} actions={order}>
      {stars !== undefined && (
        <div>
          <FilterChip
            name={t("distribution")}
            value={t("starsOf", { count: stars })}
            removeHref={reviewsHref(slug, { ...view, stars: undefined })}
          />
        </div>
      )}
      {items.length === 0 && stars !== undefined && (
        <p className="text-muted">{t("noneOfStars", { count: stars })}</p>
      )}
      <ul className="flex flex-col">
        {items.map((rating) => (
          <RatingItem key={rating.id} slug={slug} rating={rating} canReply={canReply} />
        ))}
      </ul>
      {nextCursor && (
        <MoreRatings
          key={nextCursor}
          slug={slug}
          query={ratingQueryOf(view)}
          cursor={nextCursor}
          canReply={canReply}
        />
      )}
    </Section>
  );
}

/** What people think of a tool: what it comes to, one's own rating, and each with its reply. */
export function ReviewsTab({ slug, ratings, view, tryHref }: ReviewsTabProps) {
  const { state } = ratings.summary;
  return (
    <div className="flex flex-col gap-8">
      <Section title={t("title")}>
        <RatingSummary slug={slug} ratings={ratings} view={view} />
      </Section>
      <YourRating slug={slug} ratings={ratings} tryHref={tryHref} />
      {state !== "none" && state !== "rate-first" && <List slug={slug} ratings={ratings} view={view} />}
    </div>
  );
}
