import Link from "next/link";
import { t } from "#components/reviews/review-words.ts";
import { type ReviewsView, reviewsHref } from "#components/reviews/reviews-address.ts";
import { Stars } from "#components/reviews/stars.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { formatNumber } from "#lib/messages/format.ts";
import type { RatingList, RatingSummary as Summary } from "#lib/reviews/schema.ts";

type Shown = Extract<Summary, { state: "shown" }>;

function Distribution({ slug, summary, view }: { slug: string; summary: Shown; view: ReviewsView }) {
  const most = Math.max(1, ...summary.distribution);
  return (
    <ul aria-label={t("distribution")} className="flex w-full max-w-100 flex-col">
      {([5, 4, 3, 2, 1] as const).map((stars) => {
        const count = summary.distribution[stars - 1] ?? 0;
        return (
          <li key={stars}>
            <Link
              href={reviewsHref(slug, { ...view, stars })}
              scroll={false}
              title={t("onlyStars", { count: stars })}
              aria-current={view.stars === stars ? "true" : undefined}
              className="flex min-h-7 items-center gap-3 rounded-control px-1 text-small transition-ui hover:bg-sunken aria-[current]:bg-accent-soft max-md:min-h-11"
            >
              <Stars value={stars} />
              <svg
                viewBox="0 0 100 6"
                preserveAspectRatio="none"
                aria-hidden="true"
                className="h-1.5 min-w-0 flex-1"
              >
                <rect width="100" height="6" fill="var(--border)" />
                <rect width={(100 * count) / most} height="6" fill="var(--chart-1)" />
              </svg>
              <span className="w-8 text-right tabular-nums">{formatNumber(count)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Excluded({ excluded }: Pick<RatingList, "excluded">) {
  if (excluded.length === 0) return null;
  return (
    <div className="text-muted text-small">
      <p>{t("excludedTitle")}:</p>
      <ul>
        {excluded.map(({ reason, count }) => (
          <li key={reason}>{t(`excluded-${reason}`, { count })}</li>
        ))}
      </ul>
    </div>
  );
}

type RatingSummaryProps = { slug: string; ratings: RatingList; view: ReviewsView };

/** What all ratings come to, or why that is not told, with what was left out of it. */
export function RatingSummary({ slug, ratings, view }: RatingSummaryProps) {
  const { summary, excluded, mayRate } = ratings;
  switch (summary.state) {
    case "none":
      return (
        <div className="flex flex-col gap-3">
          <p className="measure text-muted">{t(mayRate.allowed ? "noneMayRate" : "noneTry")}</p>
          <Excluded excluded={excluded} />
        </div>
      );
    case "rate-first":
      return (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="measure">{t("rateFirst", { count: summary.total })}</p>
          <LinkButton href={reviewsHref(slug, { ...view, isSkipped: true })} scroll={false} size="small">
            {t("skip")}
          </LinkButton>
          <p className="w-full text-muted text-small">{t("skipHint")}</p>
        </div>
      );
    case "too-few":
      return (
        <div className="flex flex-col gap-3">
          <p className="measure text-muted">
            {t("tooFew", {
              ratings: t("ratingsCount", { count: summary.counted }),
              teams: t("teamsCount", { count: summary.teams }),
            })}
          </p>
          <Excluded excluded={excluded} />
        </div>
      );
    case "shown":
      return (
        <div className="flex flex-col gap-4">
          <div>
            <p className="text-title">{t("average", { average: formatNumber(summary.average) })}</p>
            <p className="text-muted text-small">
              {t("basis", { count: summary.counted, teams: summary.teams })}
            </p>
          </div>
          <Distribution slug={slug} summary={summary} view={view} />
          <Excluded excluded={excluded} />
        </div>
      );
  }
}
