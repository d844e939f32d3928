import { Section } from "#components/layout/section.tsx";
import { RateForm } from "#components/reviews/rate-form.tsx";
import { t } from "#components/reviews/review-words.ts";
import { Stars } from "#components/reviews/stars.tsx";
import { WithdrawButton } from "#components/reviews/withdraw-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { RatingList } from "#lib/reviews/schema.ts";

type YourRatingProps = {
  slug: string;
  ratings: Pick<RatingList, "mine" | "mayRate" | "version" | "isOwn">;
  /** Where the tool can be tried; null where it cannot, or not by this person. */
  tryHref: string | null;
};

/** The form for one's own rating, or why there is none and what to do. */
export function YourRating({ slug, ratings, tryHref }: YourRatingProps) {
  const { mine, mayRate, version, isOwn } = ratings;
  const standing = mine && !mine.isWithdrawn ? mine : null;
  return (
    <Section title={<span id="rate">{t("yours")}</span>} className="scroll-mt-20">
      <Card className="flex flex-col items-start gap-3">
        {mine?.isWithdrawn && <p className="text-muted">{t("isWithdrawn")}</p>}
        {mayRate.allowed && version !== null ? (
          <>
            {isOwn && <p className="measure text-muted">{t("ownCounts")}</p>}
            <RateForm key={mine ? `${mine.id} ${mine.isWithdrawn}` : "first"} {...{ slug, version, mine }} />
          </>
        ) : (
          <>
            {standing && (
              <div className="flex flex-col gap-1">
                <Stars value={standing.stars} />
                <p dir="auto" className="measure whitespace-pre-line break-words">
                  {standing.text}
                </p>
              </div>
            )}
            <p className="measure text-muted">
              {mayRate.reason === "not-used" || mayRate.reason === "used"
                ? t(standing ? "may-not-used-again" : "may-not-used")
                : t(`may-${mayRate.reason}`)}
            </p>
            <div className="flex flex-wrap gap-2">
              {mayRate.reason === "not-used" && tryHref && (
                <LinkButton href={tryHref}>{t("tryIt")}</LinkButton>
              )}
              {standing && <WithdrawButton slug={slug} />}
            </div>
          </>
        )}
      </Card>
    </Section>
  );
}
