import type { z } from "zod";
import { addDays } from "#demo/company/days.ts";
import { outdatedRoamingPrice, roamingZones } from "#demo/company/roaming.ts";
import { seededRandom } from "#demo/company/seeded-random.ts";
import { fees, tariffs } from "#demo/company/tariffs.ts";
import type { Price, roamingPriceSchema } from "./schema.ts";

const plainPrice: Pick<Price, "setupFee" | "minimumTermMonths" | "dataGb" | "speedMbit" | "formerPrices"> = {
  setupFee: null,
  minimumTermMonths: 0,
  dataGb: null,
  speedMbit: null,
  formerPrices: [],
};

function tariffPrices(day: string): Price[] {
  const random = seededRandom("northmere-price-history");
  return tariffs.map((tariff): Price => {
    const changedDaysAgo = random.between(40, 300);
    const validFrom = addDays(day, -changedDaysAgo);
    // Last year's price was a little lower, rounded as prices are.
    const lower = (price: number) => Math.max(1, Math.round(price * 0.94 * 2) / 2);
    return {
      code: tariff.code,
      name: tariff.name,
      kind: tariff.kind,
      segment: tariff.segment,
      summary: tariff.summary,
      price: { gbp: tariff.priceGbp, eur: tariff.priceEur },
      per: tariff.kind === "prepaid" ? "30 days" : tariff.code === "ADD-DATA10" ? "once" : "month",
      setupFee: { gbp: tariff.setupFeeGbp, eur: tariff.setupFeeEur },
      minimumTermMonths: tariff.minimumTermMonths,
      dataGb: tariff.dataGb,
      speedMbit: tariff.speedMbit,
      validFrom,
      formerPrices: [
        {
          price: { gbp: lower(tariff.priceGbp), eur: lower(tariff.priceEur) },
          validFrom: addDays(validFrom, -365),
          validTo: addDays(validFrom, -1),
        },
      ],
    };
  });
}

function roamingPasses(day: string): Price[] {
  return roamingZones
    .filter((zone) => zone.dayPassGbp > 0)
    .map((zone): Price => {
      const validFrom = addDays(day, -zone.validFromDaysAgo);
      const hadOther = zone.code === outdatedRoamingPrice.zone;
      return {
        ...plainPrice,
        code: `ROAM-${zone.code}`,
        name: `Day pass, zone ${zone.code} (${zone.name})`,
        kind: "roaming-pass",
        segment: "household",
        summary: `${zone.includedGb} GB, calls and texts for a day in ${zone.countries.length} countries.`,
        price: { gbp: zone.dayPassGbp, eur: zone.dayPassEur },
        per: "day",
        dataGb: zone.includedGb,
        validFrom,
        formerPrices: hadOther
          ? [
              {
                price: { gbp: outdatedRoamingPrice.dayPassGbp, eur: outdatedRoamingPrice.dayPassEur },
                validFrom: addDays(validFrom, -540),
                validTo: addDays(validFrom, -1),
              },
            ]
          : [],
      };
    });
}

function callPrices(day: string): Price[] {
  const validFrom = addDays(day, -120);
  return roamingZones.flatMap((zone) =>
    zone.countries.map((country): Price => {
      const gbp = { A: 0.08, B: 0.25, C: 0.6 }[zone.code];
      const eur = { A: 0.09, B: 0.3, C: 0.7 }[zone.code];
      const code = country
        .normalize("NFD")
        .replace(/[^A-Za-z]/g, "")
        .toUpperCase()
        .slice(0, 10);
      return {
        ...plainPrice,
        code: `CALL-${code}`,
        name: `Calls from home to ${country}`,
        kind: "international-call",
        segment: "household",
        summary: `A minute to any number in ${country}.`,
        price: { gbp, eur },
        per: "minute",
        validFrom,
      };
    }),
  );
}

const makers = ["Fenwick", "Okari", "Lumo", "Sabre"] as const;
const ranges = [
  ["phone", "Phone", 189, 899],
  ["tablet", "Tablet", 229, 649],
  ["router", "Internet box", 49, 149],
  ["watch", "Watch", 129, 399],
] as const;

function devicePrices(day: string): Price[] {
  const random = seededRandom("northmere-devices");
  return makers.flatMap((maker) =>
    ranges.flatMap(([range, name, low, high]) =>
      [1, 2, 3, 4].map((size): Price => {
        const gbp = Math.round(random.between(low, high) / 10) * 10 - 1;
        return {
          ...plainPrice,
          code: `DEV-${maker.slice(0, 3).toUpperCase()}-${range.slice(0, 2).toUpperCase()}${size}`,
          name: `${maker} ${name} ${size}`,
          kind: "device",
          segment: "household",
          summary: `${name} of ${maker}, paid once.`,
          price: { gbp, eur: Math.round((gbp * 1.17) / 10) * 10 - 1 },
          per: "once",
          validFrom: addDays(day, -random.between(10, 200)),
        };
      }),
    ),
  );
}

function feePrices(day: string): Price[] {
  return fees.map((fee) => ({
    ...plainPrice,
    code: fee.code,
    name: fee.name,
    kind: "fee",
    segment: "household",
    summary: fee.note,
    price: { gbp: fee.gbp, eur: fee.eur },
    per: fee.code === "FEE-PAPER" ? "month" : "once",
    validFrom: addDays(day, -260),
  }));
}

/** Everything that has a price on `day`. */
export function makePriceList(day: string): readonly Price[] {
  return [
    ...tariffPrices(day),
    ...roamingPasses(day),
    ...feePrices(day),
    ...callPrices(day),
    ...devicePrices(day),
  ];
}

/** What roaming costs in each country. */
export function makeRoamingPrices(day: string): readonly z.infer<typeof roamingPriceSchema>[] {
  const passes = roamingPasses(day);
  return roamingZones.flatMap((zone) =>
    zone.countries.map((country) => ({
      country,
      zone: zone.code,
      zoneName: zone.name,
      dayPass: { gbp: zone.dayPassGbp, eur: zone.dayPassEur },
      includedGb: zone.includedGb,
      minute: { gbp: zone.minuteGbp, eur: zone.minuteEur },
      megabyte: { gbp: zone.megabyteGbp, eur: zone.megabyteEur },
      validFrom: addDays(day, -zone.validFromDaysAgo),
      formerDayPass: passes.find((pass) => pass.code === `ROAM-${zone.code}`)?.formerPrices[0] ?? null,
    })),
  );
}
