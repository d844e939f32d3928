import { trustMethod } from "#lib/messages/en/trust-method.ts";
import { formatNumber, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import { reviewName } from "#lib/trust/explain.ts";
import type { TrustComponent } from "#lib/trust/mark.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

const t = translator(trustMethod);
const names = (kinds: readonly string[]) =>
  kinds.length === 0 ? "none" : kinds.map((kind) => reviewName(kind).toLowerCase()).join(", ");

/** How each component is earned, with the numbers in force. */
export function componentRules(settings: TrustSettings): Record<TrustComponent, string> {
  const { evaluation, reliability, compliance, ownership, freshness, people } = settings;
  return {
    evaluation: t("evaluationRule", {
      z: String(settings.confidence),
      mean: formatShare(evaluation.meanShare),
    }),
    reliability: t("reliabilityRule", {
      days: reliability.windowDays,
      burn: formatNumber(reliability.burnAtZero),
      probes: String(reliability.probesOnly),
      slo: formatShare(reliability.standardSlo),
    }),
    compliance: t("complianceRule", {
      days: compliance.expiryDays,
      low: names(compliance.required.low),
      medium: names(compliance.required.medium),
      high: names(compliance.required.high),
    }),
    ownership: t("ownershipRule", { days: ownership.confirmedDays, answer: ownership.answerWorkingDays }),
    freshness: t("freshnessRule", {
      docs: freshness.docsGraceDays,
      docsHalf: freshness.docsHalfLifeDays,
      runs: freshness.evaluationGraceDays,
      runsHalf: freshness.evaluationHalfLifeDays,
    }),
    people: t("peopleRule", { pseudo: people.pseudoRatings }),
  };
}
