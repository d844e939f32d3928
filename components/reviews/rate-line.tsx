import { t } from "#components/reviews/review-words.ts";
import { reviewsHref } from "#components/reviews/reviews-address.ts";
import { TextLink } from "#components/ui/text-link.tsx";

/** One quiet line for somebody who has just used a tool. */
export function RateLine({ slug }: { slug: string }) {
  return (
    <p className="text-muted text-small">
      {t("rateLine")} <TextLink href={`${reviewsHref(slug)}#rate`}>{t("rateThis")}</TextLink>
    </p>
  );
}
