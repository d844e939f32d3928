import { expect, test } from "vitest";
import { approvalLimits, expenseRules, perDiems, remoteWorkRules } from "#demo/company/facts.ts";
import { outdatedRoamingPrice, roamingZones } from "#demo/company/roaming.ts";
import { compensation, fees, tariffs } from "#demo/company/tariffs.ts";
import { readDocuments } from "./read-documents.ts";

const documents = readDocuments();

type Currency = "GBP" | "EUR";

function amountsIn(text: string): readonly { currency: Currency; amount: number }[] {
  return [...text.matchAll(/([£€])(\d[\d,.]*\d|\d)|(\d[\d,]*\d|\d) ([£€])/g)].map((match) => {
    const [, before, prefixed, suffixed, after] = match;
    const isPounds = (before ?? after) === "£";
    // Portuguese puts the sign behind and a comma before the decimals.
    const digits = prefixed === undefined ? (suffixed ?? "").replace(",", ".") : prefixed.replaceAll(",", "");
    return { currency: isPounds ? "GBP" : "EUR", amount: Number(digits) };
  });
}

function knownAmounts(): Record<Currency, Set<number>> {
  const { mileageGbpPerMile, mileageEurPerKilometre, clientMealPerPersonGbp, clientMealPerPersonEur } =
    expenseRules;
  const regional = perDiems.map(({ currency, perDay, hotelPerNight, exceptions }) => {
    return { currency, amounts: [perDay, hotelPerNight, ...(exceptions.match(/\d+/g) ?? []).map(Number)] };
  });
  const ofRegions = (wanted: Currency) =>
    regional.filter(({ currency }) => currency === wanted).flatMap(({ amounts }) => amounts);
  return {
    GBP: new Set([
      ...approvalLimits.map(({ limitGbp }) => limitGbp),
      ...tariffs.flatMap(({ priceGbp, setupFeeGbp }) => [priceGbp, setupFeeGbp]),
      ...roamingZones.flatMap(({ dayPassGbp, minuteGbp, megabyteGbp }) => [
        dayPassGbp,
        minuteGbp,
        megabyteGbp,
      ]),
      ...fees.map(({ gbp }) => gbp),
      ...ofRegions("GBP"),
      expenseRules.receiptFromGbp,
      mileageGbpPerMile,
      clientMealPerPersonGbp,
      compensation.perDayWithoutServiceGbp,
      compensation.missedAppointmentGbp,
      remoteWorkRules.equipmentAllowanceGbp,
    ]),
    EUR: new Set([
      ...approvalLimits.map(({ limitEur }) => limitEur),
      ...tariffs.flatMap(({ priceEur, setupFeeEur }) => [priceEur, setupFeeEur]),
      ...roamingZones.flatMap(({ dayPassEur, minuteEur, megabyteEur }) => [
        dayPassEur,
        minuteEur,
        megabyteEur,
      ]),
      ...fees.map(({ eur }) => eur),
      ...ofRegions("EUR"),
      expenseRules.receiptFromEur,
      mileageEurPerKilometre,
      clientMealPerPersonEur,
      compensation.perDayWithoutServiceEur,
      compensation.missedAppointmentEur,
      remoteWorkRules.equipmentAllowanceEur,
    ]),
  };
}

/** Sums that a document works out from facts for an example. */
const workedExamples: readonly { path: string; currency: Currency; amount: number }[] = [
  {
    path: "travel-and-expenses/travel-policy.md",
    currency: "GBP",
    amount: 120 * expenseRules.mileageGbpPerMile,
  },
  {
    path: "travel-and-expenses/travel-policy.md",
    currency: "EUR",
    amount: 150 * expenseRules.mileageEurPerKilometre,
  },
  {
    path: "travel-and-expenses/politica-de-viagens.md",
    currency: "EUR",
    amount: 150 * expenseRules.mileageEurPerKilometre,
  },
  { path: "travel-and-expenses/expense-claims.md", currency: "GBP", amount: 620 },
  { path: "product-and-tariff-guide/business-tariffs.md", currency: "GBP", amount: 89 * 0.1 },
  { path: "product-and-tariff-guide/business-tariffs.md", currency: "GBP", amount: 89 * 0.5 },
  {
    path: "product-and-tariff-guide/fees-and-compensation.md",
    currency: "GBP",
    amount: 2 * compensation.perDayWithoutServiceGbp,
  },
  { path: "product-and-tariff-guide/roaming.md", currency: "GBP", amount: 3 },
  { path: "product-and-tariff-guide/roaming.md", currency: "EUR", amount: 3.5 },
];

test("every amount of money is one of the facts; the old roaming price is the only other", () => {
  const known = knownAmounts();
  const unknown = documents.flatMap(({ planned, body }) =>
    amountsIn(body)
      .filter(({ currency, amount }) => !known[currency].has(amount))
      .filter(({ currency, amount }) =>
        workedExamples.every(
          (example) =>
            example.path !== planned.path ||
            example.currency !== currency ||
            Math.abs(example.amount - amount) > 0.001,
        ),
      )
      .map(({ currency, amount }) => ({ path: planned.path, currency, amount })),
  );
  const { document: path, dayPassEur } = outdatedRoamingPrice;
  const oldPrice = { path, currency: "EUR", amount: dayPassEur };
  expect(unknown).toEqual([oldPrice, oldPrice]);
});

test("amounts are read in the English and in the Portuguese way of writing", () => {
  expect(amountsIn("£5,000, €0.40, £9.50; 6000 € e 0,45 £.")).toEqual([
    { currency: "GBP", amount: 5000 },
    { currency: "EUR", amount: 0.4 },
    { currency: "GBP", amount: 9.5 },
    { currency: "EUR", amount: 6000 },
    { currency: "GBP", amount: 0.45 },
  ]);
});

test("rows of the tariff tables give the price of their own tariff", () => {
  const rows = documents.flatMap(({ body }) => body.match(/^\| (?:MOB|PRE|FIB|BMO|BFI|ADD|FEE)-.*$/gm) ?? []);
  for (const row of rows) {
    const code = row.split("|")[1]?.trim();
    const tariff = tariffs.find((candidate) => candidate.code === code);
    const fee = fees.find((candidate) => candidate.code === code);
    const expected =
      tariff === undefined
        ? [fee?.gbp, fee?.eur]
        : [tariff.priceGbp, tariff.priceEur, tariff.setupFeeGbp, tariff.setupFeeEur];
    const amounts = amountsIn(row).map(({ amount }) => amount);
    expect(amounts, row).toEqual(expected.slice(0, amounts.length));
    expect(amounts.length).toBeGreaterThanOrEqual(2);
  }
  const coded = new Set(rows.map((row) => row.split("|")[1]?.trim()));
  const withoutRow = [...tariffs, ...fees].map(({ code }) => code).filter((code) => !coded.has(code));
  expect(withoutRow).toEqual(["ADD-FIXIP"]);
});
