import type { TrustBand, TrustRating } from "#lib/trust/mark.ts";

const inks: Record<TrustBand, string> = {
  trusted: "text-positive",
  good: "text-text",
  "use-with-care": "text-caution",
  "not-recommended": "text-danger",
};

/** The colour of threads, number and word; muted without a number. */
export function bandInk(rating: TrustRating): string {
  return rating.band === null || rating.score === null ? "text-muted" : inks[rating.band];
}
