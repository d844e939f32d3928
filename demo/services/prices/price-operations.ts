import { z } from "zod";
import { hasWords } from "../http/fields.ts";
import { defineOperation, type Operation } from "../http/operation.ts";
import { invalidField, notFound } from "../http/problem.ts";
import { isCountry } from "./country-names.ts";
import { makePriceList, makeRoamingPrices } from "./price-list.ts";
import {
  codeSchema,
  currencySchema,
  kindSchema,
  type Price,
  priceSchema,
  roamingPriceSchema,
  segmentSchema,
} from "./schema.ts";

/** Operations that look at the price list. */
export function priceOperations(
  day: string,
  prices: readonly Price[] = makePriceList(day),
): readonly Operation[] {
  const roaming = makeRoamingPrices(day);
  return [
    defineOperation({
      operationId: "searchPrices",
      method: "get",
      path: "/items",
      tag: "Price list",
      summary: "Search the price list",
      description:
        "Lists tariffs, add-ons, fees, devices and call prices that match all filters given, the cheapest first. For roaming in a country use getRoamingPrice.",
      queryInput: z.strictObject({
        text: z
          .string()
          .min(2)
          .max(80)
          .optional()
          .describe("Words in name or summary.")
          .meta({ examples: ["fibre 500"] }),
        kind: kindSchema.optional(),
        segment: segmentSchema.optional(),
        currency: currencySchema.default("GBP").describe("Currency of maxPrice and of the order."),
        maxPrice: z.number().min(0).optional().describe("Only what costs at most this."),
        limit: z.int().min(1).max(100).default(20).describe("How many to return at most."),
      }),
      success: {
        status: 200,
        description: "Prices that match.",
        schema: z.strictObject({ total: z.int(), items: z.array(priceSchema) }),
      },
      handle: ({ query }) => {
        const amount = (item: Price) => (query.currency === "GBP" ? item.price.gbp : item.price.eur);
        const found = prices
          .filter(
            (item) =>
              (query.text === undefined ||
                hasWords(`${item.code} ${item.name} ${item.summary}`, query.text)) &&
              (query.kind === undefined || item.kind === query.kind) &&
              (query.segment === undefined || item.segment === query.segment) &&
              (query.maxPrice === undefined || amount(item) <= query.maxPrice),
          )
          .sort((a, b) => amount(a) - amount(b));
        return { body: { total: found.length, items: found.slice(0, query.limit) } };
      },
    }),
    defineOperation({
      operationId: "getPrice",
      method: "get",
      path: "/items/{code}",
      tag: "Price list",
      summary: "Show a price",
      description:
        "Shows one entry of the price list: today's price, since when it holds, and what it cost before.",
      pathInput: z.strictObject({ code: codeSchema }),
      success: { status: 200, description: "The entry.", schema: priceSchema },
      refusals: { 404: "There is no such code." },
      handle: ({ path }) => {
        const item = prices.find((candidate) => candidate.code === path.code);
        if (item === undefined) throw notFound(`price ${path.code}`);
        return { body: item };
      },
    }),
    defineOperation({
      operationId: "comparePrices",
      method: "get",
      path: "/comparison",
      tag: "Price list",
      summary: "Compare prices",
      description: "Puts two to six entries of the price list side by side, with what the first year costs.",
      queryInput: z.strictObject({
        codes: z
          .array(codeSchema)
          .min(2, "Name at least two codes.")
          .max(6, "Name at most six codes.")
          .describe("Codes with commas between them.")
          .meta({ explode: false, examples: [["FIB-100", "FIB-500"]] }),
        currency: currencySchema.default("GBP"),
      }),
      success: {
        status: 200,
        description: "The entries in the order asked for.",
        schema: z.strictObject({
          currency: currencySchema,
          rows: z.array(
            z.strictObject({
              code: z.string(),
              name: z.string(),
              price: z.number(),
              per: z.string(),
              setupFee: z.number(),
              minimumTermMonths: z.int(),
              dataGb: z.number().nullable(),
              speedMbit: z.int().nullable(),
              firstYear: z
                .number()
                .describe("Twelve months with the set-up fee, or the price itself when paid once."),
            }),
          ),
        }),
      },
      handle: ({ query }) => {
        const key = query.currency === "GBP" ? "gbp" : "eur";
        const rows = query.codes.map((code, index) => {
          const item = prices.find((candidate) => candidate.code === code);
          if (item === undefined) throw invalidField(`codes.${index}`, `There is no price ${code}.`);
          const setupFee = item.setupFee?.[key] ?? 0;
          const price = item.price[key];
          return {
            code,
            name: item.name,
            price,
            per: item.per,
            setupFee,
            minimumTermMonths: item.minimumTermMonths,
            dataGb: item.dataGb,
            speedMbit: item.speedMbit,
            firstYear:
              Math.round((item.per === "month" ? price * 12 + setupFee : price + setupFee) * 100) / 100,
          };
        });
        return { body: { currency: query.currency, rows } };
      },
    }),
    defineOperation({
      operationId: "getRoamingPrice",
      method: "get",
      path: "/roaming/{country}",
      tag: "Roaming",
      summary: "Show roaming prices of a country",
      description:
        "Shows the roaming zone of a country, the price of a day pass, what it includes, and prices without a pass. Always today's price.",
      pathInput: z.strictObject({
        country: z
          .string()
          .min(2)
          .max(60)
          .describe("Name of the country, in English or Portuguese.")
          .meta({ examples: ["United States"] }),
      }),
      success: { status: 200, description: "The prices.", schema: roamingPriceSchema },
      refusals: { 404: "The country is in no zone." },
      handle: ({ path }) => {
        const found = roaming.find((candidate) => isCountry(candidate.country, path.country));
        if (found === undefined) throw notFound(`roaming price for ${path.country}`);
        return { body: found };
      },
    }),
    defineOperation({
      operationId: "listRoamingPrices",
      method: "get",
      path: "/roaming",
      tag: "Roaming",
      summary: "List roaming prices",
      description: "Lists the roaming prices of all countries, or of one zone.",
      queryInput: z.strictObject({
        zone: z
          .enum(["A", "B", "C"])
          .optional()
          .describe("A: home and Europe; B: near world; C: wide world."),
      }),
      success: {
        status: 200,
        description: "The prices, by country.",
        schema: z.strictObject({ countries: z.array(roamingPriceSchema) }),
      },
      handle: ({ query }) => ({
        body: {
          countries: roaming
            .filter((price) => query.zone === undefined || price.zone === query.zone)
            .sort((a, b) => a.country.localeCompare(b.country)),
        },
      }),
    }),
  ];
}
