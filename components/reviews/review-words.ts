import { reviews } from "#lib/messages/en/reviews.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of ratings and reviews. */
export const t = translator(reviews);

const words = [t("star1"), t("star2"), t("star3"), t("star4"), t("star5")] as const;

/** What a number of stars means. */
export function starWord(stars: number): string {
  return words[stars - 1] ?? "";
}
