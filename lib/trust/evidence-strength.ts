import type { ComponentResults, RatingResult } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

/** How much of what there is to know is known: half at k pieces of evidence, more and more slowly beyond. */
const saturation = (n: number, k: number) => n / (n + k);
const share = (values: readonly boolean[]) =>
  values.length === 0 ? 1 : values.filter(Boolean).length / values.length;

/** How much evidence carries the number, 0 to 1. A component without evidence adds nothing. */
export function evidenceStrength(
  components: ComponentResults,
  { weights, strength }: TrustSettings,
): RatingResult["strength"] {
  const { evaluation, reliability, compliance, freshness, people } = components;
  const items = evaluation.suites.reduce((sum, suite) => sum + suite.items, 0);
  const known = {
    evaluation: saturation(items, strength.items),
    reliability: saturation(reliability.valid + reliability.probesValid, strength.calls),
    compliance: share(compliance.reviews.map(({ state }) => state !== "missing")),
    ownership: 1,
    freshness: share([freshness.docs !== null, freshness.evaluation !== null]),
    people: saturation(people.counted, strength.raters),
  };
  const value = (Object.keys(known) as (keyof typeof known)[]).reduce(
    (sum, name) => sum + (components[name].value === null ? 0 : weights[name] * known[name]),
    0,
  );
  return {
    value,
    word: value >= strength.strong ? "strong" : value >= strength.partial ? "partial" : "thin",
  };
}
