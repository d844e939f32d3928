import { models } from "#lib/messages/en/models.ts";
import { formatMoney, formatNumber } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { Cost, PriceView } from "#lib/models/prices.ts";

const t = translator(models);

/** What calls cost in words; what nobody knows is said, never shown as nothing. */
export function costInWords({ amounts, callsWithoutPrice }: Cost): string {
  const known = amounts.map(({ currency, amount }) => formatMoney(amount, currency)).join(" + ");
  if (callsWithoutPrice === 0) return known || t("costNothing");
  if (known === "") return t("costUnknown");
  return t("costPartly", { known, count: callsWithoutPrice, calls: formatNumber(callsWithoutPrice) });
}

/** A price in one line. */
export function priceInWords(price: PriceView): string {
  const { currency, inputPerMillion, outputPerMillion } = price;
  return t("priceWords", {
    in: formatMoney(inputPerMillion, currency),
    out: formatMoney(outputPerMillion, currency),
  });
}
