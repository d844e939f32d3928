import { clamp, dayMs, mean } from "#lib/trust/bounds.ts";
import type { ReviewFact, TrustFacts } from "#lib/trust/facts.ts";
import type { ComponentResults } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

/** The kinds of review that a risk tier asks for; of an unknown tier, those of the highest. */
export function requiredReviews(riskTier: string, { compliance }: TrustSettings): readonly string[] {
  const { low, medium, high } = compliance.required;
  return riskTier === "low" ? low : riskTier === "medium" ? medium : high;
}

/**
 * The newest review of a kind, whatever it found: a failed one is not undone by an older one that passed. Of two at the
 * same moment the failed one stands.
 */
function newestOf(kind: string, reviews: readonly ReviewFact[]): ReviewFact | undefined {
  const [newest] = reviews
    .filter((review) => review.kind === kind)
    .sort(
      (a, b) =>
        b.reviewedAt.getTime() - a.reviewedAt.getTime() ||
        Number(a.outcome === "passed") - Number(b.outcome === "passed"),
    );
  return newest;
}

/** C: each required review in date; half is the mean, half the weakest. */
export function complianceOf(
  { reviews, riskTier, at }: Pick<TrustFacts, "reviews" | "riskTier" | "at">,
  settings: TrustSettings,
): ComponentResults["compliance"] {
  const required = requiredReviews(riskTier, settings);
  const results = required.map((kind): ComponentResults["compliance"]["reviews"][number] => {
    const review = newestOf(kind, reviews);
    if (!review) return { kind, state: "missing", share: 0, reviewer: null, expiresAt: null };
    const told = { kind, reviewer: review.reviewer, expiresAt: review.expiresAt.toISOString() };
    if (review.outcome !== "passed") return { ...told, state: "failed", share: 0 };
    const overdue = at.getTime() - review.expiresAt.getTime();
    if (overdue < 0) return { ...told, state: "in-date", share: 1 };
    return { ...told, state: "expired", share: clamp(1 - overdue / dayMs / settings.compliance.expiryDays) };
  });
  if (required.length === 0) return { value: 1, reviews: [] };
  if (results.every(({ state }) => state === "missing")) return { value: null, reviews: results };
  const shares = results.map((one) => one.share);
  return { value: 0.5 * mean(shares) + 0.5 * Math.min(...shares), reviews: results };
}
