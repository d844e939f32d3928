import { t } from "#components/telemetry/service-words.ts";
import type { CostPerUse } from "#lib/catalog/cost.ts";
import { formatNumber } from "#lib/messages/format.ts";

const whole = (value: number) => formatNumber(Math.round(value));

/** The cost of one use in words, with what it is the mean of. */
export function costText({ state, tokens }: CostPerUse): { value: string; note: string | null } {
  if (tokens) {
    return {
      value: t("costTokens", { count: whole(tokens.mean) }),
      note: t("costTokensWhy", { count: tokens.uses, p95: whole(tokens.p95) }),
    };
  }
  if (state === "no-model") return { value: t("costNone"), note: t("costNoneWhy") };
  return { value: t(state === "elsewhere" ? "costElsewhere" : "costNotMeasured"), note: null };
}
